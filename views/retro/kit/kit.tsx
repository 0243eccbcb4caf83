import { TeamTabs } from '../../insights/tabs.tsx'
import { Page } from '../../layout.tsx'
import { Empty } from '../../parts/empty.tsx'
import { AreaField, FormFaults, SelectField, typedText, type FormProps } from '../../parts/field.tsx'
import { useMessages, useSetting, useWording } from '../../setting.ts'
import { Before, type DecidedBefore } from './before.tsx'
import type { Topic } from './proposed.ts'
import { TopicFields, type Moved } from './topic.tsx'

interface KitProps extends FormProps {
  team: { id: string; path: string }
  /** Null while nothing of the team is published. */
  round: { id: string; name: string } | null
  rounds: { id: string; name: string }[]
  /** In the order in which they stand. */
  topics: Topic[]
  /** What was moved just now. */
  moved: Moved | null
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
  const { asset } = useSetting()
  return (
    <Page
      title={text.title(team.path, round?.name ?? null)}
      wide
      head={<script src={asset('kit.js')} defer />}
    >
      <TeamTabs group={{ id: team.id, name: team.path }} current="kit" leads />
      {round ? (
        <>
          <ChooseRound round={round} rounds={rounds} team={team} />
          <Start {...props} round={round} />
        </>
      ) : (
        <Empty text={text.nothing} />
      )}
      <div class="columns">
        <Before team={team} actions={before} />
        {round && <Remarks remarks={remarks} />}
      </div>
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
  moved,
  typed,
  faults,
}: Omit<KitProps, 'before' | 'remarks' | 'rounds'> & { round: { id: string } }) {
  const { kit: text, board } = useMessages()
  const { own: _, ...templates } = board.list.template
  const place = topics.findIndex(({ number }) => number === moved?.topic) + 1
  return (
    <section>
      <h2 class="say">{text.topics(topics.length)}</h2>
      <p class="sub">
        {topics.length > 0 && text.lead} {topics.length < mostTopics && text.fewer(topics.length)}
      </p>
      <FormFaults faults={faults} />
      <form method="post" action={`/teams/${team.id}/kit`}>
        <input type="hidden" name="round" value={round.id} />
        <p class="unseen" role="status" id="moved">
          {moved && text.moved(typedText(typed, `text.${moved.topic}`), String(place), topics.length)}
        </p>
        <div id="topics" data-moved={text.moved('{topic}', '{place}', topics.length)}>
          {topics.map((topic, place) => (
            <TopicFields
              team={team}
              topic={topic}
              place={place}
              of={topics.length}
              around={around ?? text.organisation}
              moved={moved}
              typed={typed}
              faults={faults}
            />
          ))}
        </div>
        <details open={typedText(typed, 'added') !== '' || Boolean(addedFault(faults) ?? faults['template'])}>
          <summary>{text.more}</summary>
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
        </details>
        <p class="actions">
          <button>{text.start}</button> <span class="hint">{text.startNote}</span>
        </p>
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
    <section class="hero">
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
