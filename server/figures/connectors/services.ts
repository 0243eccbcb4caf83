import type { Vendor } from '../../storage/schema/connectors.ts'
import { claudeCode } from './claude-code.ts'
import type { Service } from './connection.ts'
import { copilot } from './copilot.ts'
import { cursor } from './cursor.ts'
import { devlake } from './devlake.ts'
import { github } from './github.ts'

export const services: Record<Vendor, Service> = {
  copilot,
  cursor,
  'claude-code': claudeCode,
  github,
  devlake,
}
