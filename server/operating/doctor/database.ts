import { organisationOf } from '../../settings/settings.ts'
import type { Glance } from '../../storage/index.ts'
import { orWell, well, wrong, type Finding } from './finding.ts'

export async function database(glance: Glance): Promise<Finding[]> {
  const { schema, isReadOnly, unsafe, version } = glance
  if (schema.is === 'newer') return [wrong('schemaNewer', {})]
  const found = unsafe.map((one) => wrong('settingUnsafe', one))
  if (isReadOnly) found.push(wrong('databaseReadOnly', {}))
  if (schema.is === 'older') return [...found, wrong('schemaOlder', { schema: schema.known })]
  if (!(await organisationOf(glance.read))) found.push(well('notSetUp', {}))
  return orWell(found, well('databaseWell', { version, schema: schema.known }))
}
