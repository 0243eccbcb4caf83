/** What the loader may have to say before the answering script is there. */
export const loaderEn = {
  tryAgain: 'Try again',
  opening: { title: 'One moment', text: ['The survey is being opened.'] },
  noLink: {
    title: 'Open your invitation link',
    text: ['This page needs the personal link from your invitation. Open it there, or paste it here.'],
    field: 'Your invitation link',
    go: 'Continue',
    fault: 'This is not an invitation link. It ends with a # and a long row of letters and digits.',
  },
  insecure: {
    title: 'This page needs a secure connection',
    text: [
      'Your answers are sealed on your own device, and browsers only do that for addresses that begin with https://.',
      'Check the address. If it is the one from your invitation, please tell the person who runs this survey.',
    ],
  },
  oldBrowser: {
    title: 'This browser is too old',
    text: [
      'It cannot seal your answers before they leave your device.',
      'Please open your link in a current Firefox, Chrome, Edge or Safari (15.4 or later). Nothing is lost.',
    ],
  },
  noStorage: {
    title: 'This browser may not keep anything',
    text: [
      'So that a lost connection cannot cost you your answers, they are kept on your device until they are handed in. This browser does not allow that.',
      'Please allow site data for this page, or open your link in another browser or in a normal window.',
    ],
  },
  unreachable: {
    title: 'No connection',
    text: ['The survey could not be reached. Whatever you typed before is still on this device.'],
  },
  busy: { title: 'The survey is busy', text: ['Please try again in a moment.'] },
  unknown: {
    title: 'This link does not lead to an open round',
    text: [
      'It may have been cut off on its way, or replaced by a newer one, or the round was closed or called off.',
      'Please use the link in the newest mail you got. If that does not work either, ask the person who runs this survey for a new one.',
    ],
  },
  closed: {
    title: 'This round has closed',
    text: ['Answers are no longer taken. You will be invited again when the next round opens.'],
  },
  handedIn: {
    title: 'This round has closed, and your answers were handed in',
    text: ['They were handed in from this device. Your receipt is:'],
    list: 'See the list of all receipts',
  },
  noScript: {
    title: 'The page could not be loaded',
    text: [
      'Either the connection was lost, or what arrived was not exactly what this round promised. It was not run.',
      `Please try again. If that does not help, answer on another network. Please tell the person who runs this survey.`,
    ],
  },
}

export type LoaderMessages = typeof loaderEn
