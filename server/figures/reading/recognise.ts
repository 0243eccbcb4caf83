import type { Register } from '../register.ts'
import { plainHeading } from '../../files/headings.ts'
import { adoptionColumns } from './adoption-csv.ts'
import { deliveryColumns } from './delivery-csv.ts'
import type { FigureKind } from '../../storage/schema/figure-imports.ts'
import { FiguresUnreadable } from './faults.ts'

/** What tells one vendor's JSON from another's, in the order in which they are looked for. */
const marks: [RegExp, FigureKind][] = [
  // Its rows have core_metrics too, one level deeper.
  [/"(claude_code_metrics|chat_metrics)"\s*:/, 'claude-enterprise'],
  // A day on which nobody used it is an empty page.
  [/"(core_metrics|user_actor|api_actor)"|"data"\s*:\s*\[\s*\][^[]*"has_more"/, 'claude-code'],
  [/"(isActive|totalLinesAdded|composerRequests)"\s*:|"period"\s*:\s*\{/, 'cursor'],
  [/"(user_login|user_id)"\s*:/, 'copilot'],
  [/"total_active_users"\s*:/, 'copilot-metrics'],
]

/** What kind of file begins like this, and whether its JSON stands one a line. Throws FiguresUnreadable. */
export function recognise(head: string, register: Register): { kind: FigureKind; byLine: boolean } {
  const start = head.trimStart()
  if (start === '') throw new FiguresUnreadable(0, 'fileEmpty')
  if (start[0] !== '{' && start[0] !== '[') return { kind: tableKind(start, register), byLine: false }
  if (start.includes('"download_links"')) throw new FiguresUnreadable(0, 'linksOnly')
  const kind = marks.find(([mark]) => mark.test(start))?.[1]
  if (!kind && start.includes('"day_totals"')) throw new FiguresUnreadable(0, 'entityReport')
  if (!kind) throw new FiguresUnreadable(0, 'unknownKind')
  const firstLine = firstLineOf(start)
  return { kind, byLine: firstLine.startsWith('{') && firstLine.length > 1 }
}

const firstLineOf = (start: string): string => /^.*/.exec(start)?.[0].trim() ?? ''

function tableKind(start: string, register: Register): FigureKind {
  const headings = firstLineOf(start)
    .split(/[,;\t]/)
    .map(plainHeading)
  const has = (usual: string[]) => headings.some((heading) => usual.includes(heading))
  const measured = headings.some((heading) => register.named(heading))
  if (has(deliveryColumns.team) && (measured || has(deliveryColumns.measure))) return 'delivery-csv'
  if (has(adoptionColumns.person)) return 'adoption-csv'
  throw new FiguresUnreadable(0, 'unknownKind')
}
