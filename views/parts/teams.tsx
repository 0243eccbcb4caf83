import type { ComponentChildren } from 'preact'
import { useMessages } from '../setting.ts'
import { SelectField, TextField, type LabelProps } from './field.tsx'
import { Search, typing } from './search.tsx'

/** Some teams out of those somebody may choose from. */
export interface TeamsFound {
  sought: string
  of: number
  count: number
  teams: { id: string; path: string }[]
}

/** Whether there are more than are shown at once, so that one is searched for. */
export const areMany = ({ of, teams }: TeamsFound): boolean => of > teams.length

interface FindTeamProps {
  action: string
  found: TeamsFound
  /** What is shown of those found. */
  children: ComponentChildren
}

/** Teams to go on from: all of them while they are few, else those that are searched for. */
export function FindTeam({ action, found, children }: FindTeamProps) {
  const { teamSearch: text } = useMessages()
  if (!areMany(found)) return <>{children}</>
  return (
    <>
      <Search action={action} name="q" label={text.label} sought={found.sought} into="found" />
      <div id="found" aria-live="polite">
        <p class="hint">{text.found(found.count, found.teams.length)}</p>
        {children}
      </div>
    </>
  )
}

type TeamFieldProps = LabelProps & {
  value: string
  found: TeamsFound
  /** The address of this form's page, which proposes teams to what is typed. */
  page: string
  /** What stands for no team, where none may be chosen. */
  none?: string
}

/** One team in a form: out of a list while they are few, else by its path, with proposals. */
export function TeamField({ found, page, none, ...field }: TeamFieldProps) {
  const { teamSearch: text } = useMessages()
  const { name } = field
  const { teams } = found
  if (!areMany(found)) {
    const choices = teams.map(({ id, path }) => ({ value: id, label: path }))
    return <SelectField {...field} choices={none ? [{ value: '', label: none }, ...choices] : choices} />
  }
  return (
    <div {...typing(page, name, `${name}-found`)} hx-include={`#${name}`}>
      <TextField {...field} hint={field.hint ?? text.pathHint} list={`${name}-found`} autocomplete="off" />
      <datalist id={`${name}-found`}>
        {teams.map(({ path }) => (
          <option value={path} />
        ))}
      </datalist>
    </div>
  )
}
