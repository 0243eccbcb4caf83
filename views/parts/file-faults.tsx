import { useMessages } from '../setting.ts'
import { Notice } from './notice.tsx'
import { Scroll } from './scroll.tsx'

interface FaultsProps {
  /** Line 0 is the file as a whole. */
  faults: { line: number; said: string }[]
  /** How many there are; the list may be shorter. */
  count: number
}

/** What is wrong with a file, line by line. */
export function Faults({ faults, count }: FaultsProps) {
  const text = useMessages().fileFaults
  return (
    <>
      <Notice kind="problem">
        {text.lead(count)} {count > faults.length && text.more(faults.length)}
      </Notice>
      <Scroll>
        <table>
          <thead>
            <tr>
              <th class="number">{text.line}</th>
              <th>{text.problem}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ line, said }) => (
              <tr>
                <td class="number">{line > 0 ? line : ''}</td>
                <td>{said}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}
