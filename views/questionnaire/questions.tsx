import { Page } from '../layout.tsx'
import { useMessages } from '../setting.ts'
import { Active, Retired, type Entry } from './question-row.tsx'

interface QuestionsProps {
  bank: Entry[]
  /** The turn that the next round asks; null where nothing rotates. */
  next: number | null
}

export function QuestionsPage({ bank, next }: QuestionsProps) {
  const text = useMessages().rounds.questions
  const retired = bank.filter((entry) => entry.retired)
  const used = bank.filter((entry) => !entry.retired)
  const rotating = used.filter(({ place }) => place === 'rotating')
  return (
    <Page title={text.title} wide>
      <p class="lead">{text.lead}</p>
      <p class="actions">
        <a class="button" href="/questions/new">
          {text.add}
        </a>
        <a href="/questions/new?kind=remark">{text.newRemark}</a>
      </p>
      <Place name="core" entries={used.filter(({ place }) => place === 'core')} />
      <section>
        <h2>{text.places.rotating.title}</h2>
        <p class="hint">{text.places.rotating.hint}</p>
        {[1, 2, 3].map((turn) => (
          <Turn turn={turn} isNext={turn === next} entries={rotating.filter((one) => one.turn === turn)} />
        ))}
      </section>
      <Place name="quarterly" entries={used.filter(({ place }) => place === 'quarterly')} />
      <Place name="library" entries={used.filter(({ place }) => place === 'library')} />
      {retired.length > 0 && (
        <section>
          <h2>{text.retired}</h2>
          <ul class="rows">
            {retired.map(({ question }) => (
              <Retired question={question} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

function Place({ name, entries }: { name: Exclude<Entry['place'], 'rotating'>; entries: Entry[] }) {
  const text = useMessages().rounds.questions.places[name]
  return (
    <section>
      <h2>{text.title}</h2>
      <p class="hint">{text.hint}</p>
      <List entries={entries} />
    </section>
  )
}

function Turn({ turn, isNext, entries }: { turn: number; isNext: boolean; entries: Entry[] }) {
  const text = useMessages().rounds.questions
  return (
    <>
      <h3>
        {text.turn(turn)} {isNext && <small>{text.turnNext}</small>}
      </h3>
      <List entries={entries} />
    </>
  )
}

function List({ entries }: { entries: Entry[] }) {
  const text = useMessages().rounds.questions
  if (entries.length === 0) return <p class="hint">{text.nothingHere}</p>
  return (
    <ol class="rows">
      {entries.map((entry) => (
        <Active {...entry} />
      ))}
    </ol>
  )
}
