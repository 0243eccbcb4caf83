import { plural } from '../wording.ts'

export const privacyPage = {
  title: (round: string) => `Behind the figures of ${round}`,
  threshold: 'Threshold',
  smallest: 'Smallest group you can read',
  ballots: 'Answers',
  counted: (ballots: number, invited: number) =>
    `${ballots} counted, of ${plural(invited, 'person', 'people')} invited`,
  spoiled: 'Could not be read',
  fingerprint: 'Fingerprint',
  promise: 'How the promise is kept',
  manifest: 'manifest',
  receipts: 'all receipts',
  check: 'Were my answers counted?',
  checkText: 'Your receipt stays on this device: the list of all receipts is fetched and searched here.',
  receipt: 'Your receipt',
  checkSubmit: 'Look it up',
  yes: 'Yes: these answers were counted.',
  no: 'No answers with this receipt were counted. Check that it is whole, and of this round.',
  malformed: 'A receipt has 64 characters, 0 to 9 and a to f. Please check that it is whole.',
  classes: 'Groups',
  classesText:
    'Answers are counted by group, and everything else is their sum. How people were grouped follows from how many answered, never from what.',
  class: 'Group',
  invited: 'Invited',
}
