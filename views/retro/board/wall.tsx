import { useMessages } from '../../setting.ts'
import { Actions, Before, NewAction } from './actions.tsx'
import { TickedTopic } from './grouping.tsx'
import { Columns, Ranking, TopicView } from './topics.tsx'
import type { ScreenProps } from './screen-props.ts'

export function Wall({
  sight,
  actions,
  before,
  decide,
}: Pick<ScreenProps, 'sight' | 'actions' | 'before' | 'decide'>) {
  const text = useMessages().board.decide
  const { id, columns } = sight
  if (sight.stage === 'group')
    return (
      <Columns
        sight={sight}
        topic={(topic) => <TickedTopic boardId={id} topic={topic} columns={columns} />}
      />
    )
  if (sight.stage === 'discuss') return <Ranking sight={sight} />
  if (sight.stage === 'decide')
    return (
      <div class="deciding">
        <section>
          <h2>{text.title}</h2>
          <Actions actions={actions} />
          {decide && <NewAction {...decide} boardId={id} />}
          <Before actions={before} />
        </section>
        <section>
          <h2>{text.most}</h2>
          <Ranking sight={sight} most={5} />
        </section>
      </div>
    )
  return <Columns sight={sight} topic={(topic) => <TopicView topic={topic} columns={columns} />} />
}
