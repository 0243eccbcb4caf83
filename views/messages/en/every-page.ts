import { counted, listed, plural } from './wording.ts'
import { navigation } from './every-page/navigation.ts'
import { actions } from './every-page/actions.ts'
import { lists } from './every-page/lists.ts'
import { errors } from './every-page/errors.ts'
import { answerPage } from './every-page/answer-page.ts'

/** What any page may say. */
export const everyPage = {
  /** How days and moments are written. */
  locale: 'en-GB',
  product: 'Safe to Say',
  table: 'Table, scrolls sideways',
  number: counted,
  list: listed,
  skip: 'Skip to content',
  navigation,
  actions,
  yes: 'Yes',
  no: 'No',
  none: 'None',
  everybody: 'Everybody',
  optional: 'optional',
  timeZoneNote: (zone: string) => `Times are in ${zone}.`,
  footer: 'Open source. Answers are anonymous by construction, not by promise.',
  peopleCount: (n: number) => plural(n, 'person', 'people'),
  teamsCount: (n: number) => plural(n, 'team', 'teams'),
  ...lists,
  progress: (done: number, total: number) => `${counted(done)} of ${counted(total)}`,
  waiting: 'This page looks again by itself every second.',
  notDone: 'Nothing was changed',
  fileFaults: {
    lead: (n: number) =>
      `${plural(n, 'line has', 'lines have')} something wrong. Fix the file and import it again.`,
    more: (shown: number) => `Only the first ${shown} are listed.`,
    line: 'Line',
    problem: 'What is wrong',
  },
  formFaulty: 'Nothing was saved yet. Please look at the marked fields.',
  notices: {
    setUp: 'Safe to Say is set up and you are its first administrator.',
    signedOut: 'You are signed out.',
    sessionEnded: 'That session has ended.',
    saved: 'Saved.',
    calendarSet: 'The calendar is set. The next round is planned by it.',
    monthSkipped: 'The month is left out.',
    calendarPaused: 'Paused. No round opens by itself until you go on.',
    personAdded: 'Added to the roster.',
    personRemoved: 'Removed, with name and address.',
    roundCreated: 'The round is planned. Nobody has been invited yet.',
    roundCancelled: 'The round was cancelled. Its keys are destroyed.',
    questionSaved: 'The question was saved. Rounds already opened keep their own copy.',
    agreementPublished: 'Published. Everybody in the team can read it.',
    acknowledged: 'The team can read your note.',
    actionAdded:
      'The action is added. Its owner is reminded a week before and on the day, if they are in the roster.',
    actionDone: 'Done. The next round asks whether it helped.',
    actionDropped: 'Dropped. The next round tells the team, with the reason.',
    actionReopened: 'It is open again.',
    retrying: 'Trying the failed mails again now.',
    boardEnded: 'The retro has ended. This is its record; the team can open it too.',
    figuresImported: 'The figures were applied.',
    figuresRemoved: 'These figures are gone.',
    tokenRevoked: 'That token no longer works.',
    channelAdded: 'The channel was added. Send it a test to see that it works.',
    channelRemoved: 'The channel is gone, and its address with it.',
    hostAllowed: 'Messages may go to this host.',
    hostRefused: 'Nothing goes to this host any more.',
    chatSent: 'The service took it.',
    chatOver: 'There is nothing to say any more: what it was about is over. Nothing was sent.',
    sampleRemoved: 'The sample company is gone, and everything that belonged to it.',
  },
  faults: {
    required: 'Please fill this in.',
    invalid: 'This could not be read. Please check it.',
    tooLong: 'This is too long. Please shorten it.',
    email: 'This is not a whole mail address, such as ada@example.com.',
    timeZone: 'Please choose a time zone from the list.',
    month: 'Please give the month as year and month, such as 2026-11.',
    instant: 'Please give a date and a time.',
    time: 'A time looks like 09:00.',
    openDays: 'A round is open for 2 to 21 days.',
    noMonthLeft: 'At least one month of the year needs a round.',
    threshold:
      'The threshold is a whole number from 5 to 100. It protects people, so it cannot be less than 5.',
    closesBeforeOpening: 'A round has to be open for at least an hour. Please choose a later closing time.',
    closesInThePast: 'This time has passed. Please choose a later one.',
    remindsOutside: 'A reminder is sent between opening and close. Please choose a time in between, or none.',
    questionId: 'Please use small letters, digits and hyphens, beginning with a letter.',
    levels: 'Please give a label for each of the five levels.',
    unknownTeam: 'This team is not in the tree. Please choose one from the list.',
    nothingChosen: 'Please choose at least one.',
    chosenTwice: 'The same question was chosen twice. Each is asked once, shown in one way.',
    sourceName: 'Please use up to 40 letters, digits, spaces, points, hyphens and underscores.',
    accent: 'Please give a colour as # and six digits or letters from a to f, such as #1f5fa8.',
    accentTooLight:
      'White words on this colour would be hard to read. Please choose a darker one (a contrast of 4.5 to 1 at least).',
    picture: 'This is neither a PNG nor a JPEG picture. Other kinds are not shown by every mail program.',
    pictureTooLarge:
      'This picture is larger than 100 kB, and every mail would carry it. Please choose a smaller one.',
    webAddress:
      'Please paste the whole address, beginning with https://. Without https it may only lead to a host of your own network.',
    host: 'Please give the name of one host, such as hooks.slack.com.',
    hostNotAllowed:
      'Nothing may be sent to this host yet. Allow it first, under “Hosts that messages may go to”.',
    signalWithoutTeam: 'Signals are of a team. Please choose one, or leave signals out.',
    unknownQuestion:
      'This holds a question that is not in use. What people declare about themselves is asked by itself when a question is shown by it.',
    cardTooLong: 'A card holds at most 400 characters. It was not sent; please shorten it.',
    columns: 'Please give one to six columns, a line each, of at most 40 characters.',
    minutes: 'Please give whole minutes, from 1 to 60.',
    votes: 'Please give a whole number from 1 to 10.',
    days: 'Please give a whole number of days, from 1 to 730.',
    code: 'No board is open under this code. Please look at the screen again: it has eight letters and digits.',
    day: 'Please give a day, such as 2026-11-30.',
    dayPast: 'This day has passed. Please choose a later one.',
    severalOwners:
      'Several people of the team are called so. Please give the whole name, or the mail address.',
    unknownOwner:
      'Nobody in this team, and nobody who leads it, has this address. Please give another, or only a name.',
  },
  errors,
  answerPage,
}
