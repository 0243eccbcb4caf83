import { z } from 'zod'
import { readElements } from './elements.ts'
import { FiguresUnreadable } from './faults.ts'
import type { Findings } from './findings.ts'
import { asJson } from './json.ts'

const page = z.object({
  data: z.array(z.unknown()),
  has_more: z.boolean().nullish(),
  pagination: z.object({ hasNextPage: z.boolean().nullish() }).nullish(),
})

/** Pages of an interface, `{ "data": [...] }`, one or several: after another as they came, by line, or in one list. */
export async function readPages(
  text: AsyncIterable<string>,
  found: Findings,
  take: (json: string, line: number) => void,
) {
  let last: { goesOn: boolean; line: number } = { goesOn: false, line: 0 }
  await readElements(text, (around) => around === '{[' || around === '[{[', {
    element(json, line) {
      found.lines += 1
      take(json, line)
    },
    document(json, line) {
      const pages = z.union([page.transform((one) => [one]), z.array(page)]).safeParse(asJson(json))
      if (!pages.success) throw new FiguresUnreadable(line, 'jsonMisplaced')
      const end = pages.data.at(-1)
      last = { goesOn: Boolean(end?.has_more || end?.pagination?.hasNextPage), line }
    },
  })
  if (last.goesOn) found.fault(last.line, 'pageMissing')
}
