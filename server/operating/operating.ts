export { examine } from './doctor/doctor.ts'
export { subjects, type Finding, type Said, type Subject } from './doctor/finding.ts'
export { version } from './version.ts'
