import type { Said } from './said.ts'

export const InWords = ({ said: { before, subject, rest } }: { said: Said }) => (
  <>
    {before}
    {subject && <b>{subject}</b>}
    {rest}
  </>
)
