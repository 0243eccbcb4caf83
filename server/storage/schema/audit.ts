import { columns as c } from '../columns.ts'

/** What administrators did and who wrote on charts, for administrators and the works council. Never what a respondent did. */
export const auditEntries = c.table(
  'audit_entries',
  {
    id: c.text('id').primaryKey(),
    at: c.instant('at').notNull(),
    personId: c.text('person_id'),
    action: c.text('action').notNull(),
    detail: c.json('detail').$type<Record<string, string | number>>().notNull(),
  },
  (t) => [c.index('audit_entries_at').on(t.at)],
)
