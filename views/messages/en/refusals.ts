const fixed = (title: string, text: string) => ({ title, text: (_detail: object) => text })

/** One entry for every code in server/refusal.ts: what happened, and what to do. */
export const refusals = {
  notFound: fixed('There is nothing here', 'The address may be mistyped, or what it led to is gone.'),
  notAllowed: fixed(
    'This is not yours to see',
    'Your role does not open this page. An administrator can tell you who it is for.',
  ),
  signInFirst: fixed('Please sign in first', 'Ask for a sign-in link with your mail address.'),
  crossSite: fixed(
    'This came from another site',
    'The request did not come from a page of this installation, so it was not carried out. If you did send it from here, check that PUBLIC_URL is the address you are using.',
  ),
  tooManyRequests: fixed('That was too often', 'Please wait an hour and try again.'),
  tooLarge: fixed(
    'This is too large',
    'A file may have up to 32 MB, and 200,000 lines; a card of a retro, 400 characters. Nothing was kept.',
  ),
  notUnderstood: fixed('This could not be understood', 'The request was malformed. Nothing was changed.'),
  notReady: fixed('Not yet', 'Please try again in a moment.'),
  databaseAway: fixed(
    'The database does not answer',
    'Nothing was changed. Please try again in a minute. If it stays so, tell the people who run this installation.',
  ),
  diskFull: fixed(
    'The disk is full',
    'Nothing can be kept until somebody who runs this installation frees space; then it goes on by itself. What was saved before is safe.',
  ),
  alreadySetUp: fixed('Already set up', 'Somebody set this installation up before you. Please sign in.'),
  setupTokenWrong: fixed(
    'The set-up link does not fit',
    'The server prints a new link at every start. Copy the newest one, whole, from its output.',
  ),
  metricsTokenWrong: fixed(
    'The token does not fit',
    'Metrics are read with the header Authorization: Bearer, and what METRICS_TOKEN is set to.',
  ),
  signInLinkSpent: fixed(
    'This link has been used or is too old',
    'A sign-in link works once, within an hour. Ask for a new one; it takes a moment.',
  ),
  reminderLinkUnknown: fixed(
    'This link is not whole, or no longer works',
    'Nothing was changed. Copy it once more, whole, from the newest reminder, or sign in and switch reminders off there.',
  ),
  rosterChanged: fixed(
    'The roster has changed meanwhile',
    'Somebody else changed people or teams after this preview was made. Nothing of yours was applied: import the file again to see what it would change now.',
  ),
  nothingToUndo: fixed(
    'There is no import to undo',
    'An import can be undone for a week. Of earlier ones, and of those already undone, nothing is kept.',
  ),
  rosterNotReady: fixed(
    'This import cannot be applied',
    'It has faults, was applied already, or is still being read.',
  ),
  lastAdministrator: fixed(
    'Somebody has to be administrator',
    'This is the only administrator. Make somebody else one first.',
  ),
  addressTaken: fixed(
    'This address belongs to somebody else',
    'Nothing was saved. Each person needs an address of their own.',
  ),
  roundAlreadyOpened: fixed(
    'This round has been opened',
    'From its opening on a round is frozen: questions, threshold, dates and who is asked stay as they are.',
  ),
  roundNotOpen: fixed('This round is not open', 'It has not been opened yet, or it is over.'),
  roundTooSmall: {
    title: 'Too few people to stay anonymous',
    text: (detail: { invited: number; needed: number }) =>
      `This round would invite ${detail.invited}; with its threshold it needs at least ${detail.needed}. Ask more teams, or check who in the roster answers.`,
  },
  roundWithoutQuestions: fixed('There is nothing to ask', 'Choose at least one question for this round.'),
  roundClosesTooSoon: fixed(
    'The closing date has passed',
    'Opened now, this round would be over at once. Give it a later closing date first.',
  ),
  questionExists: fixed(
    'This name is taken',
    'Another question already has this identifier. Please choose another.',
  ),
  turnFull: fixed(
    'This turn is full',
    'A turn asks at most four questions, so that a month stays short. Give one of them another place first.',
  ),
  agreementChanged: fixed(
    'Somebody published another version meanwhile',
    'Yours was not saved, and theirs was not overwritten. Edit the newest version.',
  ),
  nothingPublished: fixed(
    'There are no results yet',
    'This page begins when the first round with enough answers has closed.',
  ),
  boardEnded: fixed(
    'This retro has ended',
    'Nothing on its board changes any more. Its facilitator can give the team a link to the record.',
  ),
  boardMoved: fixed(
    'The board is at another stage by now',
    'Somebody else who leads this retro moved it meanwhile, so your step was not taken. Look at the board as it is and choose again.',
  ),
  boardLocked: fixed(
    'The board is locked',
    'Nobody can join, write or vote until the facilitator unlocks it. What you typed is still in the form.',
  ),
  boardFull: fixed(
    'The board is full',
    'It holds 500 cards and 30 actions, and it has them. Nothing was added; tell the facilitator.',
  ),
  issueMade: fixed(
    'There is an issue of this action already',
    'It stands beside the action, or is being made at this moment.',
  ),
  tooManyTemplates: fixed(
    'Fifty sets of columns are saved',
    'Remove one that nobody uses first. The board itself was started.',
  ),
  notInThisStage: fixed(
    'Not at this stage',
    'The board has moved on, or is not there yet: cards are written in one stage and votes are cast in another. Nothing was changed.',
  ),
  votesSpent: fixed('All your votes are cast', 'Take one back first, then give it to another group.'),
  notYourCard: fixed(
    'This card cannot be changed from here',
    'Only the device a card was written on can change it, and only before the cards are revealed.',
  ),
  joinFirst: fixed(
    'Please join the board first',
    'Type the code that the facilitator shows you, or scan it.',
  ),
  actionEnded: fixed(
    'This action has ended',
    'It was done or dropped, perhaps by somebody else just now. Open it again first if it is not over.',
  ),
  actionOpen: fixed('This action is open', 'There is nothing to open again. Perhaps somebody else just did.'),
  figuresNotReady: fixed(
    'These figures cannot be applied',
    'The file has faults, was applied already, or is still being read.',
  ),
  figuresTooLarge: fixed(
    'This file of figures is too large',
    'Figures may have up to 512 MB. Send fewer months at a time.',
  ),
  tokenUnknown: fixed(
    'This token is not known',
    'It may be mistyped or revoked, or its owner has left. An administrator can make a new one under /tokens.',
  ),
}
