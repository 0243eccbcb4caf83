import type { TrackerService } from '../../storage/schema/issues.ts'
import { github } from './github.ts'
import { jira } from './jira.ts'
import type { Service } from './service.ts'

export const services: Record<TrackerService, Service> = { github, jira }
