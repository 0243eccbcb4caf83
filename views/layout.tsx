import type { ComponentChildren } from 'preact'
import { Document } from './document.tsx'
import { Notice } from './parts/notice.tsx'
import { SampleNote } from './sample/note.tsx'
import { useMessages, useSetting } from './setting.ts'

interface PageProps {
  title: string
  children: ComponentChildren
  /** Tables and trees use the width; text and forms stay narrow enough to read. */
  wide?: boolean
  /** Loads htmx, for the few pages that are better with it. */
  live?: boolean
  /** What a page needs in its head besides. */
  head?: ComponentChildren
}

export function Page({ title, children, wide = false, live = false, head }: PageProps) {
  const t = useMessages()
  const { sample, asset, notice } = useSetting()
  const scripts = live && (
    <>
      <meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":false}' />
      <script src={asset('htmx.js')} defer />
    </>
  )
  return (
    <Document
      title={title}
      head={
        <>
          {scripts}
          {head}
        </>
      }
    >
      <Masthead />
      {sample && <SampleNote />}
      <main id="content" class={wide ? 'wide' : undefined}>
        {notice && <Notice kind="good">{t.notices[notice]}</Notice>}
        <h1>{title}</h1>
        {children}
      </main>
      <footer>
        <p>{t.footer}</p>
      </footer>
    </Document>
  )
}

function Masthead() {
  const t = useMessages()
  const { organisation, viewer } = useSetting()
  return (
    <header class="masthead">
      <a class="brand" href="/">
        {t.product}
        {organisation && <span> {organisation}</span>}
      </a>
      {viewer && (
        <Navigation
          administrator={viewer.administrator}
          leads={viewer.manages.length + viewer.facilitates.length > 0}
        />
      )}
    </header>
  )
}

function Navigation({ administrator, leads }: { administrator: boolean; leads: boolean }) {
  const t = useMessages()
  return (
    <nav aria-label={t.navigation.label}>
      <NavLink to="/">{t.navigation.home}</NavLink>
      <NavLink to="/overview">{t.navigation.overview}</NavLink>
      <NavLink to="/results">{t.navigation.results}</NavLink>
      {leads && <NavLink to="/boards">{t.navigation.boards}</NavLink>}
      <NavLink to="/actions">{t.navigation.actions}</NavLink>
      {administrator && (
        <Menu title={t.navigation.manage} pages={managed}>
          {managed.map((page) => (
            <NavLink to={`/${page}`}>{t.navigation[page]}</NavLink>
          ))}
        </Menu>
      )}
      <Menu title={t.navigation.you} pages={['sessions', 'reminders']}>
        <NavLink to="/sessions">{t.navigation.sessions}</NavLink>
        <NavLink to="/reminders">{t.navigation.reminders}</NavLink>
        <form method="post" action="/sign-out">
          <button class="link">{t.navigation.signOut}</button>
        </form>
      </Menu>
    </nav>
  )
}

const managed = [
  'calendar',
  'rounds',
  'questions',
  'teams',
  'people',
  'figures',
  'mail',
  'chat',
  'audit',
  'settings',
] as const

interface MenuProps {
  title: string
  /** The first words of the addresses that it leads to. */
  pages: readonly string[]
  children: ComponentChildren
}

/** Opens without a script; of several only one is open. */
function Menu({ title, pages, children }: MenuProps) {
  const place = usePlace()
  const isHere = pages.some((page) => place.startsWith(`/${page}`))
  return (
    <details class="menu" name="menu">
      <summary aria-current={isHere ? 'true' : undefined}>{title}</summary>
      <div>{children}</div>
    </details>
  )
}

function NavLink({ to, children }: { to: string; children: string }) {
  const place = usePlace()
  const current = to === '/' ? place === '/' : place.startsWith(to)
  return (
    <a href={to} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  )
}

const deeper: [address: RegExp, to: string][] = [
  [/^\/rounds\/[^/]+\/(results|privacy)/, '/results'],
  [/^\/(heatmap|gaps)\/|^\/teams\/[^/]+\/agreement/, '/overview'],
  [/^\/teams\/[^/]+\/kit/, '/boards'],
  [/^\/learnt|^\/teams\/[^/]+\/(actions|tracker|learnt)/, '/actions'],
]

/** Where the reader is, as an address of the navigation: of a team some pages lie beneath the round's or the team's own. */
function usePlace(): string {
  const { path } = useSetting()
  return deeper.find(([address]) => address.test(path))?.[1] ?? path
}
