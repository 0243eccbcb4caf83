import { AreaField, FormFaults, SelectField, typedText, type FormProps } from '../../parts/field.tsx'
import { useMessages } from '../../setting.ts'
import { HowHeld } from '../board/how-held.tsx'
import { Exercises } from './exercises.tsx'
import { TopicFields } from './topic.tsx'
import type { KitProps } from './props.ts'

const mostTopics = 3

export function Start({
  team,
  round,
  topics,
  around,
  exercises,
  moved,
  typed,
  faults,
}: Omit<KitProps, 'before' | 'due' | 'remarks' | 'rounds'> & { round: { id: string } }) {
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
        <Exercises fitting={exercises} typed={typed} />
        <details
          open={
            typedText(typed, 'added') !== '' ||
            Boolean(addedFault(faults) ?? faults['template'] ?? faults['daysEach'])
          }
        >
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
          <HowHeld typed={typed} faults={faults} />
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
