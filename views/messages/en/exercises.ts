/** What a team can do with its forty minutes. */
interface Exercise {
  title: string
  /** What it is for. */
  purpose: string
  minutes: number
  steps: string[]
  /** What its board's columns are called. */
  columns: string[]
}

const of = (
  title: string,
  purpose: string,
  minutes: number,
  steps: string[],
  columns: string[],
): Exercise => ({ title, purpose, minutes, steps, columns })

export const exercises = {
  title: 'An exercise instead of an open board',
  lead: 'Two fit these topics; any may be used. Its question is the first card, and the board has its columns. What comes out is an action, or a line of the working agreement with a day to look at it again.',
  because: (name: string) => `Fits ${name}.`,
  none: 'None: an open board',
  others: 'All exercises',
  minutes: (n: number) => `${n} minutes`,
  all: {
    decisions: of(
      'The last three decisions: could AI have made them?',
      'To see which part of the work is judgement, and whether there is time for it.',
      30,
      [
        'Each of you writes down the last three decisions you took.',
        'Mark those that a tool could have taken, and those that it could not.',
        'Talk about what made the difference, and what you would like to decide more of.',
      ],
      ['A tool could have', 'It could not', 'More of this'],
    ),
    build: of(
      'Should we build this at all?',
      'To ask for whom, before it is quickly there.',
      30,
      [
        'Take the three largest things in the works.',
        'For each: who asked, how would we see that it was used, what if we did not build it?',
        'Say for each: go on, make it smaller, or stop.',
      ],
      ['Go on', 'Make it smaller', 'Stop'],
    ),
    'pre-mortem': of(
      'Pre-mortem of a generated change',
      'To find what would have to be checked before it goes wrong.',
      40,
      [
        'Take a change that was mostly written by AI and has just been merged.',
        'It is six weeks later, and it was the cause of an incident: what happened?',
        'Which check would have found it, and who does it from now on?',
      ],
      ['What happened', 'How it could have been seen', 'What we check from now on'],
    ),
    allowed: of(
      'What may AI be used for here?',
      'To agree where it is free, where with care, and where not.',
      30,
      [
        'Go through the kinds of work, the one AI hurts most first.',
        'Say for each what may be used, and what has to happen before it is merged.',
        'Write it into the working agreement, with a day to look at it again.',
      ],
      ['Freely', 'With care', 'Not for this'],
    ),
    protect: of(
      'Two or three things we protect',
      'To keep security, data and the trust of customers from being nobody’s task.',
      40,
      [
        'What must not happen, whatever we gain in speed? Two or three things.',
        'For each: what could make it happen, what stands in the way, and who looks after that?',
        'Each becomes a line of the working agreement: risk, gate, owner.',
      ],
      ['What must not happen', 'What stands in the way', 'Who looks after it'],
    ),
    experiment: of(
      'One experiment with AI',
      'To try one thing for a reason, and to stop it on a day.',
      30,
      [
        'Which problem do we want to solve, and why do we think this helps?',
        'Which figure or answer would tell us that it did?',
        'On which day do we stop and look? One experiment, one line of the working agreement.',
      ],
      ['Problem', 'What we try', 'How we will know'],
    ),
    waiting: of(
      'Where does work wait?',
      'To find the place where faster typing does not help.',
      30,
      [
        'Draw the way of one change from the request to the customer.',
        'Write down how long it waited at each place.',
        'Choose the longest wait, and one thing to try there.',
      ],
      ['It waits here', 'Why', 'What we try'],
    ),
    'tool-for-task': of(
      'Which tool for which task?',
      'To learn from each other what works where.',
      30,
      [
        'Each of you: one task that went well with a tool, one that did not.',
        'What was different: the task, the tool, or what it was told?',
        'Keep what everybody should know.',
      ],
      ['Went well', 'Did not', 'Worth knowing'],
    ),
    without: of(
      'One thing to do without AI',
      'To keep the skills alive that are needed when it is wrong.',
      25,
      [
        'What do we want to be able to do in two years, without help?',
        'Which task of the next weeks would keep that in practice?',
        'Take one each, and say on which day you tell the others about it.',
      ],
      ['Want to be able to', 'A task for it', 'Who, by when'],
    ),
    done: of(
      'When is it done?',
      'To make the bar for “done” the same for everybody, and to include the customer.',
      30,
      [
        'Each of you writes down what has to be true before you call something done.',
        'What do all have, what only some? What did it use to be?',
        'Agree on one list. Is somebody using it part of it?',
      ],
      ['For all of us', 'For some', 'Should be on the list'],
    ),
    gates: of(
      'Checks where they matter',
      'To look closely at what is risky, and to let the rest through.',
      30,
      [
        'Sort the last twenty changes by what a mistake in them would have cost.',
        'For the risky ones: a second reader, a pair, a test? For the rest: what can be left out?',
        'Agree on which changes are looked at line by line, and how many others as a sample.',
      ],
      ['Line by line', 'As a sample', 'Automatically'],
    ),
    written: of(
      'What is written down?',
      'To find what people and tools have to guess.',
      30,
      [
        'What was the last thing that you, or a tool, had to guess?',
        'Where should it have been written: a decision, a specification, an instruction for agents?',
        'Write down the one that costs most, and say who keeps it right.',
      ],
      ['Had to be guessed', 'Belongs into', 'Who keeps it right'],
    ),
  },
}
