import { TeamTabs } from '../../insights/tabs.tsx'
import { Page } from '../../layout.tsx'
import { Empty } from '../../parts/empty.tsx'
import { AreaField, FormFaults, SelectField, typedText, type FormProps } from '../../parts/field.tsx'
import { useMessages, useWording } from '../../setting.ts'
import { Before, type DecidedBefore } from './before.tsx'
import { TopicFields, type Topic } from './topic.tsx'

interface KitProps extends FormProps {
  team: { id: string; path: string }
  /** Null while nothing of the team is published. */
  round: { id: string; name: string } | null
  rounds: { id: string; name: string }[]
  topics: Topic[]
  /** The team above, where its figures stand beside; null for the organisation. */
  around: string | null
  before: DecidedBefore[]
  remarks: { id: string; text: { en: { question: string } }; texts: string[] }[]
}

const mostTopics = 3

/** What a retro is prepared with, for whoever leads it. */
export function KitPage({ before, remarks, ...props }: KitProps) {
  const text = useMessages().kit
  const { team, round, rounds } = props
  return (
    <Page title={text.title(team.path)}>
      <TeamTabs group={{ id: team.id, name: team.path }} current="kit" leads />
      <p class="lead">{text.lead}</p>
      {round ? (
        <>
          <ChooseRound round={round} rounds={rounds} team={team} />
          <Start {...props} round={round} />
        </>
      ) : (
        <Empty text={text.nothing} />
      )}
      <Before team={team} actions={before} />
      {round && <Remarks remarks={remarks} />}
      {round && (
        <p>
          <a href={`/rounds/${round.id}/results/${team.id}`}>{text.results}</a>
        </p>
      )}
    </Page>
  )
}

function ChooseRound({ round, rounds, team }: Pick<KitProps, 'rounds' | 'team'> & { round: { id: string } }) {
  const text = useMessages().kit
  return (
    <form class="choose" method="get" action={`/teams/${team.id}/kit`}>
      <label for="round">{text.round}</label>
      <select id="round" name="round">
        {rounds.map(({ id, name }) => (
          <option value={id} selected={id === round.id}>
            {name}
          </option>
        ))}
      </select>
      <button class="quiet small">{text.show}</button>
    </form>
  )
}

function Start({
  team,
  round,
  topics,
  around,
  typed,
  faults,
}: Omit<KitProps, 'before' | 'remarks' | 'rounds'> & { round: { id: string } }) {
  const { kit: text, board } = useMessages()
  const { own: _, ...templates } = board.list.template
  return (
    <section>
      <h2>{text.topics}</h2>
      <FormFaults faults={faults} />
      <form method="post" action={`/teams/${team.id}/kit`}>
        <input type="hidden" name="round" value={round.id} />
        {topics.map((topic, n) => (
          <TopicFields
            topic={topic}
            n={n}
            of={topics.length}
            around={around ?? text.organisation}
            typed={typed}
            faults={faults}
          />
        ))}
        {topics.length < mostTopics && <p class="hint">{text.fewer(topics.length)}</p>}
        <AreaField
          name="added"
          label={text.added}
          hint={text.addedHint}
          fault={addedFault(faults)}
          value={typedText(typed, 'added')}
          optional
        />
        <SelectField
          name="template"
          label={text.template}
          hint={text.templateHint}
          fault={faults['template']}
          value={typedText(typed, 'template', 'ai')}
          choices={Object.entries(templates).map(([value, label]) => ({ value, label }))}
        />
        <p class="hint">{text.startNote}</p>
        <button>{text.start}</button>
      </form>
    </section>
  )
}

/** Of the lines, any one of which may be too long. */
const addedFault = (faults: FormProps['faults']) =>
  Object.entries(faults).find(([field]) => field.split('.', 1)[0] === 'added')?.[1]

function Remarks({ remarks }: Pick<KitProps, 'remarks'>) {
  const text = useMessages().kit
  const said = useWording()
  return (
    <section>
      <h2>{text.remarks}</h2>
      {remarks.length === 0 && <p>{text.remarksNone}</p>}
      {remarks.map(({ text: asked, texts }) => (
        <>
          <h3>{said(asked).question}</h3>
          {texts.map((remark) => (
            <blockquote>{remark}</blockquote>
          ))}
        </>
      ))}
    </section>
  )
}
