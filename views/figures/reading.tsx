import { Progress } from '../parts/progress.tsx'
import { useMessages } from '../setting.ts'

export interface Reading {
  /** Lines, or entries of JSON. */
  lines: number
  /** Bytes; the total is 0 where nobody said how many there are. */
  done: number
  total: number
}

const megabyte = 1024 * 1024

export function Read({ reading: { lines, done, total } }: { reading: Reading }) {
  const text = useMessages().figures.import
  return (
    <>
      <Progress
        label={text.reading}
        done={Math.round(done / megabyte)}
        total={Math.round(total / megabyte)}
      />
      <p>{text.lines(lines)}</p>
    </>
  )
}
