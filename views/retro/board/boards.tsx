import { Page } from '../../layout.tsx'
import { Empty } from '../../parts/empty.tsx'
import {
  AreaField,
  FormFaults,
  SelectField,
  TextField,
  typedText,
  type FormProps,
} from '../../parts/field.tsx'
import { Pages } from '../../parts/pages.tsx'
import { areMany, FindTeam, TeamField, type TeamsFound } from '../../parts/teams.tsx'
import { useMessages } from '../../setting.ts'
import { useDay } from './record.tsx'
import type { Stage } from './props.ts'

interface BoardsProps extends FormProps {
  boards: { id: string; team: string | null; stage: Stage; startedAt: Date }[]
  page: number
  pages: number
  /** Those whose retros the viewer can hold. */
  teams: TeamsFound
  rounds: { id: string; name: string }[]
}

export function BoardsPage({ boards, page, pages, teams, rounds, typed, faults }: BoardsProps) {
  const text = useMessages().board.list
  const leadsAny = teams.of > 0
  const running = boards.filter(({ stage }) => stage !== 'ended')
  const past = boards.filter(({ stage }) => stage === 'ended')
  return (
    <Page title={text.title} live={areMany(teams)}>
      <p class="lead">{leadsAny ? text.lead : text.noneToLead}</p>
      {leadsAny && rounds.length > 0 && <Kits teams={teams} />}
      {running.length > 0 && (
        <section>
          <h2>{text.running}</h2>
          <Rows boards={running} />
        </section>
      )}
      {leadsAny && <Start teams={teams} rounds={rounds} typed={typed} faults={faults} />}
      <h2>{text.past}</h2>
      {past.length === 0 ? <Empty text={text.nonePast} /> : <Rows boards={past} />}
      <Pages page={page} pages={pages} to={(number) => `/boards?page=${number}`} />
    </Page>
  )
}

/** Where a retro begins: whoever leads very many teams unfolds them. */
function Kits({ teams }: Pick<BoardsProps, 'teams'>) {
  const text = useMessages().board.list
  const { open } = useMessages().kit
  return (
    <details open={teams.of <= 12 || teams.sought !== ''}>
      <summary>{text.prepare}</summary>
      <FindTeam action="/boards" found={teams}>
        <ul class="rows">
          {teams.teams.map(({ id, path }) => (
            <li>
              <span>{path}</span>
              <a href={`/teams/${id}/kit`} aria-label={`${open}: ${path}`}>
                {open}
              </a>
            </li>
          ))}
        </ul>
      </FindTeam>
    </details>
  )
}

function Rows({ boards }: Pick<BoardsProps, 'boards'>) {
  const text = useMessages().board
  const day = useDay()
  return (
    <ul class="rows">
      {boards.map(({ id, team, stage, startedAt }) => (
        <li>
          <span>
            <a href={stage === 'ended' ? `/boards/${id}/record` : `/boards/${id}`}>
              {text.list.was(team ?? text.list.formerTeam)}
            </a>{' '}
            <small>{day(startedAt)}</small>
          </span>
          <span class={stage === 'ended' ? 'tag' : 'tag open'}>{text.stages[stage]}</span>
        </li>
      ))}
    </ul>
  )
}

function Start({ teams, rounds, typed, faults }: Omit<BoardsProps, 'boards' | 'page' | 'pages'>) {
  const text = useMessages().board.list
  return (
    <section>
      <h2>{text.start}</h2>
      <FormFaults faults={faults} />
      <form method="post" action="/boards">
        <TeamField
          name="team"
          label={text.team}
          fault={faults.team}
          value={typedText(typed, 'team')}
          found={teams}
          page="/boards"
        />
        {rounds.length > 0 && (
          <SelectField
            name="round"
            label={text.round}
            fault={faults.round}
            value={typedText(typed, 'round')}
            choices={[
              { value: '', label: text.noRound },
              ...rounds.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <SelectField
          name="template"
          label={text.columns}
          fault={faults.template}
          value={typedText(typed, 'template', 'ai')}
          choices={Object.entries(text.template).map(([value, label]) => ({ value, label }))}
        />
        <AreaField
          name="columns"
          label={text.own}
          hint={text.ownHint}
          fault={faults.columns}
          value={typedText(typed, 'columns')}
          optional
        />
        <div class="short">
          <TextField
            name="votesEach"
            label={text.votesEach}
            hint={text.votesEachHint}
            fault={faults.votesEach}
            value={typedText(typed, 'votesEach', '3')}
            type="number"
            min="1"
            max="10"
            required
          />
        </div>
        <button>{text.submit}</button>
      </form>
    </section>
  )
}
