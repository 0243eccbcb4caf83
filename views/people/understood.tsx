import { useMessages } from '../setting.ts'
import type { Faults } from '../parts/field.tsx'
import { ImportForm } from './import-form.tsx'

type Column =
  | 'email'
  | 'team'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'role'
  | 'manages'
  | 'facilitates'
  | 'answers'
const columnNames: Column[] = [
  'email',
  'team',
  'name',
  'firstName',
  'lastName',
  'role',
  'manages',
  'facilitates',
  'answers',
]

export interface Understanding {
  columns: { heading: string; as: Column | null }[]
  roles: { manager: number; facilitator: number; administrator: number }
}

interface UnderstoodProps {
  understood: Understanding
  pasted: string | null
}

/** What each column was read as, what was left out, and a form to say otherwise. */
export function Understood({ understood: { columns, roles }, pasted }: UnderstoodProps) {
  const text = useMessages().people.import
  if (columns.length === 0) return null
  const unused = columns.filter(({ as }) => as === null).map(({ heading }) => heading || text.noHeading)
  return (
    <section>
      <h2>{text.understood}</h2>
      <p>{text.rolesRead(roles)}</p>
      <p>{unused.length > 0 ? text.notUsed(unused) : text.allUsed}</p>
      <details>
        <summary>{text.assign}</summary>
        <p class="hint">{pasted === null ? text.assignText : text.assignPasted}</p>
        <ImportForm typed={{ roster: pasted ?? '' }} faults={{}} again>
          <Assignments columns={columns} />
        </ImportForm>
      </details>
    </section>
  )
}

/** Beneath faults, the form to mend a pasted roster in; with its columns, where any were seen. */
export function Mending({
  understood: { columns },
  pasted,
  faults,
}: {
  understood: Understanding
  pasted: string | null
  faults: Faults
}) {
  const text = useMessages().people.import
  const unused = columns.filter(({ as }) => as === null).map(({ heading }) => heading || text.noHeading)
  return (
    <ImportForm typed={{ roster: pasted ?? '' }} faults={faults} again={columns.length > 0}>
      {columns.length > 0 && (
        <>
          <h2>{text.understood}</h2>
          <p>{unused.length > 0 ? text.notUsed(unused) : text.allUsed}</p>
          <p class="hint">{pasted === null ? text.assignText : text.assignPasted}</p>
          <Assignments columns={columns} />
        </>
      )}
    </ImportForm>
  )
}

/** A heading is sent as it stands in the file: the server knows it by its letters and digits. */
function Assignments({ columns }: Pick<Understanding, 'columns'>) {
  const text = useMessages().people.import
  return (
    <div class="facts">
      {columns.map(({ heading, as }, at) =>
        /[\p{L}\p{N}]/u.test(heading) ? (
          <div>
            <label for={`columns-${at}`}>{heading}</label>
            <select id={`columns-${at}`} name="columns">
              {[null, ...columnNames].map((column) => (
                <option value={`${heading}:${column ?? ''}`} selected={column === as}>
                  {column ? text.columnNames[column] : text.unused}
                </option>
              ))}
            </select>
          </div>
        ) : null,
      )}
    </div>
  )
}
