import { Page } from '../../layout.tsx'
import { Day } from '../../parts/day.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Pages } from '../../parts/pages.tsx'
import { useMessages } from '../../setting.ts'

interface LearntProps {
  learnt: { id: string; team: string; text: string; sharedOn: string; mayTakeBack: boolean }[]
  page: number
  pages: number
}

/** What teams found out, for the others. */
export function LearntPage({ learnt, page, pages }: LearntProps) {
  const text = useMessages().learnt
  return (
    <Page title={text.title}>
      <p class="lead">{text.lead}</p>
      {learnt.length === 0 && <Empty text={text.none} />}
      {learnt.map(({ id, team, text: what, sharedOn, mayTakeBack }) => (
        <section class="item">
          <p>{what}</p>
          <p class="hint">
            {team}, <Day day={sharedOn} />
          </p>
          {mayTakeBack && (
            <form method="post" action={`/learnt/${id}/removal`}>
              <button class="quiet small" aria-label={text.takesBack(what)}>
                {text.takeBack}
              </button>
            </form>
          )}
        </section>
      ))}
      <Pages page={page} pages={pages} to={(number) => `/learnt?page=${number}`} />
    </Page>
  )
}
