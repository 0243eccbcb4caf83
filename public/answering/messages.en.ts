const plurals = new Intl.PluralRules('en')
const tellWhoAsked = 'Please tell the person who runs this survey.'

export const en = {
  product: 'Safe to Say',
  welcome: {
    asks: (organisation: string) => `${organisation} asks`,
    lead: (others: number, unit: string) =>
      `Your answers are counted in ${unit}, together with those of ${others} other people.`,
    untraceable: 'After the round closes, nobody can tell which answers are yours.',
    begun: 'You began on this device. What you typed is still here.',
    seen: {
      title: 'Who sees what',
      nothingBefore: 'Until the close, nobody sees anything, and nobody is told who has answered.',
      results: (unit: string) =>
        `After the close, everybody in ${unit} sees its results: the same that managers and facilitators see. If too few answer, a neighbouring team is added to it.`,
      threshold: (threshold: number) =>
        `No result stands for fewer than ${threshold} people. This cannot be lowered.`,
      remarks: 'What you write in your own words goes only where you choose.',
    },
    members: (unit: string, size: number) => `The ${size} people in ${unit}`,
    pooled: (teams: string) =>
      `Small teams are counted together, so that nobody stands out. Here these are: ${teams}.`,
    closes: 'Open until',
    fingerprint: 'Fingerprint of this round',
    compare: 'It is the same for everybody. Compare it with your invitation or with a colleague.',
    promise: 'How we keep this promise',
    start: 'Start',
    resume: 'Go on answering',
    takes: 'It takes about a minute and a half. Skip whatever you like.',
  },
  youSaid: {
    title: 'You said, we did',
    states: { done: 'Done', open: 'Still open', dropped: 'Dropped' },
    by: (team: string) => `(${team})`,
    because: (reason: string) => `Why: ${reason}`,
    more: (rest: number) => `${rest} more`,
  },
  questions: {
    title: 'Your answers',
    progress: (answered: number, all: number) => `${answered} of ${all} answered`,
    kept: 'What you type is kept on this device only, until you hand it in.',
    doesNotApply: 'Does not apply',
    preferNotToSay: 'Prefer not to say',
    ownTitle: (unit: string) => `Only asked in ${unit}`,
    remarksTitle: 'In your own words',
    remarksText:
      'All of this is optional. Remarks are kept apart from your other answers and from each other. Your way of writing may still give you away.',
    remarkLength: (length: number, longest: number) => `${length} of ${longest} characters`,
    audience: 'Who may read this?',
    team: 'My team’s retro',
    teamText: (unit: string) =>
      `Shown to ${unit}; if too few answer there, together with a neighbouring team.`,
    organisation: 'The organisation',
    organisationText: 'Shown without the name of a team, and only if at least 10 people answer.',
    hints: {
      name: (found: string) => `“${found}” may be the name of a colleague. Would it read as well without?`,
      address: (found: string) => `“${found}” is an e-mail address. Would it read as well without?`,
      ticket: (found: string) => `“${found}” looks like a ticket number, which may lead to a person.`,
    },
    faults: {
      audience: 'Please choose who may read this, or empty the field.',
      remarkTooLong: 'This is too long. Please shorten it to 600 characters.',
      tooManyRemarks: 'At most three remarks can be handed in. Please empty one of them.',
      ballotTooLong: 'Taken together this is too long. Please shorten your remarks.',
    },
    submit: {
      title: 'Hand in',
      final: 'Once handed in, your answers cannot be changed or taken back: nobody can tell which they are.',
      thisDevice:
        'Stay on this device: once you have begun to hand in, another device, or this one after its storage was cleared, cannot finish it.',
      empty: 'You have not answered anything yet. You may hand in all the same.',
      button: 'Hand in my answers',
      back: 'Back to who sees what',
    },
    notKept: 'This device could not keep your last change. Please free some space before you hand in.',
  },
  submitting: {
    title: 'Handing in your answers',
    resumed: 'You began to hand in on this device earlier. It is being finished now.',
    steps: { ticket: 'Getting a ticket', sealing: 'Sealing your answers', handingIn: 'Handing them in' },
    done: 'done',
    waiting: 'Another tab of this browser is handing in your answers. Waiting for it.',
    offline: (seconds: number) =>
      `The survey cannot be reached just now. Your answers are safe on this device. Trying again in ${seconds} ${plurals.select(seconds) === 'one' ? 'second' : 'seconds'}.`,
    tryNow: 'Try now',
  },
  receipt: {
    title: 'Thank you. Your answers are in.',
    earlier: 'Your answers were handed in from this device.',
    label: 'Your receipt',
    meaning:
      'With it you can check after the close that your answers were counted. It does not say what they are, and it stays on this device too.',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'Copying did not work. Please select the receipt and copy it by hand.',
    save: 'Save as a file',
    file: (round: string, receipt: string, list: string) =>
      `Receipt for ${round}\n\n${receipt}\n\nAfter the close it is in the list at\n${list}\n`,
    next: 'What happens next',
    closing: (closes: string) => `The round stays open until ${closes}. Until then nobody sees any result.`,
    check: 'Then your receipt is in',
    list: 'the public list of all receipts',
    checkEnd: ', unless fewer people answered than the round needs to show anything.',
    last: (month: string) => `While you wait: ${month}, in your team`,
    results:
      'Then everybody who was asked is mailed that results are in. Your team sees them at the same time as its manager, and talks about them in its next retro.',
    where: 'Where results are',
    reminders:
      'A reminder may still reach you: everybody gets the same, so that no mail tells who has answered.',
  },
  stopped: {
    kept: 'What you typed is still on this device.',
    again: 'Try again',
    used: {
      title: 'This invitation was already used',
      text: [
        'A ticket was issued for it, and it was not kept in this browser. There is only one for each person, so nobody answers twice.',
        'If you have handed in your answers: all is well, nothing is left to do.',
        'If you began on another device or in another browser: open your link there again. It goes on where it stopped.',
        'If you cleared this browser’s storage in between: what you began cannot be finished, and nobody can issue a second ticket. We are sorry.',
        'If it was not you: somebody else may have opened your link. Please tell the person who runs this survey.',
      ],
    },
    unknown: {
      title: 'Your link was replaced or the round was called off',
      text: ['Please open the link in the newest mail you got.'],
    },
    closed: {
      title: 'The round closed before your answers arrived',
      text: ['They were not counted. We are sorry. You will be invited again when the next round opens.'],
    },
    refused: {
      title: 'The survey did not understand this page',
      text: [
        `Your answers were not counted. Trying again may help. If not, it is a fault of ours. ${tellWhoAsked}`,
      ],
    },
    wrongSignature: {
      title: 'The ticket is not genuine',
      text: [
        'The survey answered with a ticket that is not signed with your group’s key, so nothing was handed in.',
        tellWhoAsked,
      ],
    },
    notAdmitted: {
      title: 'Your ticket was not accepted',
      text: [`Your answers were not counted, although your ticket is genuine. ${tellWhoAsked}`],
    },
    countedOtherwise: {
      title: 'Other answers were counted with your ticket before',
      text: [
        'They were sealed differently from those on this device: perhaps you finished on a copy of this device. Only the first count, under this receipt:',
        `If it was not you: ${tellWhoAsked.toLowerCase()}`,
      ],
    },
    manifestChanged: {
      title: 'The round is not the one you began to answer',
      text: [
        `Its fingerprint has changed since, so nothing more was handed in: changed keys could be used to tell people apart. ${tellWhoAsked}`,
      ],
    },
    nothingKept: {
      title: 'There is nothing left to finish',
      text: ['What was kept on this device is gone, perhaps because its storage was cleared.'],
    },
    broken: {
      title: 'Something went wrong on this page',
      text: ['Your browser could not finish a step. Trying again may help, or closing other tabs first.'],
    },
  },
  refused: {
    title: 'Please do not answer this round yet',
    text: 'The round does not keep to its own rules, so this page asks nothing and sends nothing.',
    tell: `${tellWhoAsked} This is what is wrong:`,
    reasons: {
      malformed: 'Its manifest cannot be read, or is not written in the one agreed way.',
      format: 'Its manifest has a format this page does not know.',
      otherRound: 'Its manifest belongs to another round.',
      lowThreshold: 'It would show results of fewer than five people.',
      smallUnit: 'A group in it is smaller than the number of people a result must stand for.',
      modulusLength: 'A group’s key does not have exactly 2048 bits.',
      evenModulus: 'A group’s key is not a proper one: its modulus is even.',
      exponent: 'A group’s key has an unusual exponent.',
      sharedId: 'Two groups have the same id.',
      sharedKey: 'Two groups have the same key.',
      sealingKey: 'The key that seals the answers is not of the agreed kind.',
      unitMissing: 'Your group is not in its manifest.',
      unitDiffers: 'Your group has another name or size in the manifest than in your invitation.',
      questionsDiffer: 'The questions you would be asked are not those of its manifest.',
      scriptDiffers: 'The program on this page is not the one named in its manifest.',
    },
  },
}

export type Messages = typeof en
