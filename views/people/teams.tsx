import { Page } from '../layout.tsx'
import { Empty } from '../parts/empty.tsx'
import { Pages } from '../parts/pages.tsx'
import { Search } from '../parts/search.tsx'
import { useMessages } from '../setting.ts'
import { Scroll } from '../parts/scroll.tsx'

interface TeamsProps {
  sought: string
  /** In all teams, and how many teams have people. */
  people: number
  count: number
  /** The teams of this page. */
  some: { id: string; path: readonly string[]; direct: number; below: number; managers: string[] }[]
  page: number
  pages: number
  canUndo: boolean
}

export function TeamsPage({ sought, people, count, some, page, pages, canUndo }: TeamsProps) {
  const { people: all, teamSearch } = useMessages()
  const text = all.teamsPage
  const isPart = pages > 1 || sought !== ''
  return (
    <Page title={text.title} wide live={isPart}>
      {some.length === 0 && !sought ? (
        <Empty text={text.empty}>
          <a class="button" href="/roster/imports/new">
            {text.import}
          </a>
        </Empty>
      ) : (
        <>
          <p class="lead">{text.lead(people, count)}</p>
          <p class="actions">
            <a class="button" href="/roster/imports/new">
              {text.import}
            </a>
            <a href="/people.csv">{text.download}</a>
            {canUndo && <a href="/roster/undo">{all.undo.link}</a>}
          </p>
          {isPart && (
            <Search action="/teams" name="q" label={teamSearch.label} sought={sought} into="found" />
          )}
          <div id="found" aria-live="polite">
            {some.length === 0 && <p>{teamSearch.found(0, 0)}</p>}
            {some.length > 0 && <Tree some={some} />}
            <Pages
              page={page}
              pages={pages}
              to={(number) => `/teams?q=${encodeURIComponent(sought)}&page=${number}`}
            />
          </div>
        </>
      )}
    </Page>
  )
}

/** A table in the order of the tree: names are indented for the eye and levelled for a screen reader. */
function Tree({ some }: Pick<TeamsProps, 'some'>) {
  const text = useMessages().people.teamsPage
  return (
    <Scroll>
      <table class="broad">
        <thead>
          <tr>
            <th>{text.team}</th>
            <th class="number">{text.direct}</th>
            <th class="number">{text.below}</th>
            <th>{text.managers}</th>
          </tr>
        </thead>
        <tbody>
          {some.map(({ path, direct, below, managers }) => (
            <tr>
              <td class={`level-${Math.min(path.length, 6)}`}>
                <a href={`/people?q=${encodeURIComponent(path.join(' / '))}`} aria-label={path.join(', ')}>
                  {path.at(-1)}
                </a>
              </td>
              <td class="number">{direct}</td>
              <td class="number">{below > 0 ? below : text.vacant}</td>
              <td>{managers.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
