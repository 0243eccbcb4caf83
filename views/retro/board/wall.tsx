import { useMessages } from '../../setting.ts'
import { Actions, Before, NewAction } from './actions.tsx'
import { Discussing } from './discussing.tsx'
import { GroupableTopic, GroupingForms } from './grouping.tsx'
import { WayIn } from './join.tsx'
import { Pile } from './pile.tsx'
import { ToldScale } from './scale.tsx'
import type { ScreenProps } from './screen-props.ts'
import { Columns, TopicView } from './topics.tsx'

type WallProps = Pick<ScreenProps, 'sight' | 'actions' | 'before' | 'decide' | 'join'>

/** What a stage is about, large. */
export function Wall(props: WallProps) {
  const { sight, actions, decide } = props
  if (sight.stage === 'arrive') return <Arriving {...props} />
  if (sight.stage === 'write') return <Writing {...props} />
  if (sight.stage === 'group')
    return (
      <>
        <GroupingForms id={sight.id} />
        <Columns
          sight={sight}
          topic={(topic) => (
            <GroupableTopic at={`/boards/${sight.id}`} topic={topic} columns={sight.columns} hides />
          )}
          after={(column) => <ul class="cards alone" data-group="" data-column={column} />}
        />
      </>
    )
  if (sight.stage === 'vote')
    return <Columns sight={sight} topic={(topic) => <TopicView topic={topic} columns={sight.columns} />} />
  if (sight.stage === 'discuss') return <Discussing sight={sight} actions={actions} decide={decide} />
  return <Deciding {...props} />
}

function Arriving({ sight, before, join }: WallProps) {
  const text = useMessages().board
  const { question, ends } = text.checkIns[sight.checkIn ?? 'energy']
  return (
    <div class="focus">
      <section class="now">
        <h2>{question}</h2>
        <p class="hint">{text.scale.onPhones(ends[0], ends[1])}</p>
        <p class="count">{text.scale.said(sight.room.arrived)}</p>
        <Before actions={before} />
      </section>
      <aside class="queue">{join && <WayIn {...join} />}</aside>
    </div>
  )
}

function Writing({ sight, before }: WallProps) {
  const text = useMessages().board
  const { checkIn, arrived } = sight
  return (
    <>
      <Columns sight={sight} topic={(topic) => <TopicView topic={topic} columns={sight.columns} />} />
      <Pile cards={sight.unrevealed} />
      <div class="aside">
        {checkIn && arrived && (
          <section class="before">
            <h3>{text.checkIns[checkIn].question}</h3>
            <ToldScale told={arrived} ends={text.checkIns[checkIn].ends} />
          </section>
        )}
        <Before actions={before} />
      </div>
    </>
  )
}

function Deciding({ sight, actions, before, decide }: WallProps) {
  const text = useMessages().board
  return (
    <div class="focus">
      <section class="now">
        <h2>{text.decide.title}</h2>
        <Actions actions={actions} />
        {decide && <NewAction {...decide} at={`/boards/${sight.id}/actions`} />}
        <p class="hint">{text.decide.everybody}</p>
      </section>
      <aside class="queue">
        <Before actions={before} />
        <h3>{text.worth.question}</h3>
        <p class="hint">{text.worth.onPhones(sight.room.worth)}</p>
      </aside>
    </div>
  )
}
