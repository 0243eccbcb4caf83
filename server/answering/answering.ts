export { invitationOf, type Invitation, type LastMonthOf } from './invitation.ts'
export { issueTicket } from './tickets.ts'
export { castBallot, type CastBallot } from './ballots.ts'
export { answeringScript } from './scripts.ts'
