/** Every reason a request is refused for, and its status. The sentences stand in the message catalogue. */
export const refusals = {
  notFound: 404,
  notAllowed: 403,
  signInFirst: 401,
  crossSite: 403,
  tooManyRequests: 429,
  tooLarge: 413,
  notUnderstood: 400,
  notReady: 503,
  databaseAway: 503,
  diskFull: 503,
  alreadySetUp: 409,
  setupTokenWrong: 403,
  metricsTokenWrong: 401,
  signInLinkSpent: 410,
  reminderLinkUnknown: 404,
  rosterChanged: 409,
  rosterNotReady: 409,
  nothingToUndo: 409,
  lastAdministrator: 409,
  addressTaken: 409,
  roundAlreadyOpened: 409,
  roundNotOpen: 409,
  roundTooSmall: 409,
  roundWithoutQuestions: 409,
  roundClosesTooSoon: 409,
  questionExists: 409,
  turnFull: 409,
  agreementChanged: 409,
  nothingPublished: 404,
  boardEnded: 409,
  boardMoved: 409,
  boardLocked: 409,
  boardFull: 409,
  issueMade: 409,
  tooManyTemplates: 409,
  notInThisStage: 409,
  votesSpent: 409,
  notYourCard: 403,
  joinFirst: 403,
  actionEnded: 409,
  actionOpen: 409,
  figuresNotReady: 409,
  figuresTooLarge: 413,
  tokenUnknown: 401,
} as const

export type RefusalCode = keyof typeof refusals

/** A request that cannot be granted, for a reason its sender can be told. */
export class Refusal extends Error {
  readonly statusCode: number

  constructor(
    readonly code: RefusalCode,
    readonly detail: Record<string, string | number> = {},
  ) {
    super(code)
    this.statusCode = refusals[code]
  }
}
