export const questions = {
  title: 'Questions',
  lead: 'What the next rounds can ask. A round keeps its own copy from its opening on, so nothing you change here touches one under way.',
  add: 'Add a question',
  places: {
    core: {
      title: 'The core',
      hint: 'Asked every month. It stays the same, so that months can be compared.',
    },
    rotating: {
      title: 'Rotating',
      hint: 'Three turns of at most four questions. A month asks one of them, the one that has waited longest.',
    },
    quarterly: {
      title: 'Quarterly',
      hint: 'Asked besides, in the months that the calendar names.',
    },
    library: {
      title: 'Library',
      hint: 'Worded and ready. Nobody is asked these until you give them another place.',
    },
  },
  turn: (n: number) => `Turn ${n}`,
  turnNext: 'comes next',
  nothingHere: 'Nothing yet.',
  place: 'Place',
  placeChoices: {
    core: 'The core',
    'turn-1': 'Turn 1',
    'turn-2': 'Turn 2',
    'turn-3': 'Turn 3',
    quarterly: 'Quarterly',
    library: 'Library',
  },
  move: 'Move',
  retired: 'Retired',
  retire: 'Retire',
  restore: 'Use again',
  version: (n: number) => `version ${n}`,
  newTitle: 'Add a question',
  newRemark: 'Add a question answered in words',
  editTitle: 'Change a question',
  editHint:
    'A changed wording or band is a new version: trends join only the same version. A change of what it is shown by, or of its name, is not.',
  id: 'Identifier',
  idHint: 'Small letters, digits and hyphens. It names the question in exports and never changes.',
  question: 'Question',
  hint: 'Help beneath it',
  warningsTitle: 'Worth another look. You can save it as it is.',
  warnings: {
    tooLongToRead: 'It is longer than 120 characters. On a phone, people stop reading.',
    twoIdeas:
      'It may ask two things at once: “and” or “or” joins them. Ask one of them, unless the two are the ends that the levels name.',
    asksAgreement:
      'It asks for agreement, and people tend to agree with anything. Ask how much or how often, with levels that say so.',
    loadedWord: 'A word in it judges before anybody has answered. Leave it out.',
    oneEnd:
      'It names one end only and leads to it. Name both, as in “help or hurt”, or let the levels name the other.',
    negation: 'A “not” in it makes every answer hard to read. Ask for the thing itself.',
    levelsAlike: 'Two levels are called the same.',
  },
  construct: 'What it measures, and where that comes from',
  name: 'Short name of the good end',
  nameHint:
    'What is said to rise or fall on every page, such as “Hardly stressed”; of an amount, what much of it means. Up to 60 characters.',
  levels: 'The five levels, lowest first',
  level: (n: number) => `Level ${n}`,
  bands: 'How levels are read',
  bandChoices: {
    rising: 'Levels 4 and 5 favourable, 1 and 2 unfavourable',
    falling: 'Levels 1 and 2 favourable, 4 and 5 unfavourable',
    level: 'Low, middle, high: neither good nor bad',
  },
  cut: 'Shown by',
  cutHint: 'The groups its answers are shown by. A round can choose another before it opens.',
  rows: 'Kinds of work',
  options: 'Options',
}
