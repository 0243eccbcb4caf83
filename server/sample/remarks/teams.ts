import { recovered, troubled } from '../company.ts'

type Question = 'when-helped' | 'when-hurt' | 'what-change'

/** What only people of one team would write, in the order of their year; each is written once. */
export const ofTeams: Record<string, { from: number; to: number; remarks: [Question, string][] }> = {
  [troubled]: {
    from: 0.3,
    to: 1,
    remarks: [
      ['when-hurt', 'Third page this week for a service whose owner says the agent wrote that part.'],
      ['what-change', 'Whoever generates it should also carry the pager for it, at least for a week.'],
      ['when-hurt', 'An alert rule was generated that never fires. We found out from a customer.'],
      [
        'when-hurt',
        'I said in the review that the generated rollout script was worse than the old one. The answer was that I should work on my prompts.',
      ],
      [
        'what-change',
        'Postmortems have become a search for who approved it. I would like to go back to what made it possible.',
      ],
      ['when-hurt', 'Four incidents this month, three of them with code nobody on call had ever seen.'],
      ['what-change', 'Freeze the rollout of the deploy agent until somebody has read its permissions.'],
      ['when-hurt', 'Woken at 03:40, asked the tool, it told me to restart the wrong cluster. I almost did.'],
      ['when-hurt', 'I do not say any more that it made things worse. It is noted as resistance.'],
      ['what-change', 'More people on the rota, or fewer changes a day. One of the two.'],
      ['when-helped', 'Log queries. Credit where it is due, at night I could not write those by hand.'],
      ['when-hurt', 'We closed the month with a green adoption figure and two people on sick leave.'],
      ['what-change', 'Somebody from above should sit with us for one night shift before the next target.'],
      ['when-hurt', 'The runbook was regenerated and the one step that mattered was gone.'],
      [
        'when-hurt',
        'I get thirty generated pull requests a week for the infrastructure repo. I approve some of them unread. There, I said it.',
      ],
      ['what-change', 'Let us say no. Just once, and see that nothing happens to the person who did.'],
    ],
  },
  [recovered]: {
    from: 0.1,
    to: 1,
    remarks: [
      [
        'when-hurt',
        'The generated view layer crashes on the older phones and nobody noticed for two releases.',
      ],
      [
        'when-hurt',
        'Every screen now has its own way of loading things. It never looks at how we do it elsewhere.',
      ],
      [
        'what-change',
        'Can we stop for a week and agree how we want to work with this? It is wearing us down.',
      ],
      [
        'when-hurt',
        'It took longer to get the agent’s version of the sync through review than the old one took to write.',
      ],
      [
        'what-change',
        'I liked the idea from the retro: screens and tests yes, sync and storage no. Let us do exactly that.',
      ],
      [
        'when-helped',
        'The list of green and red areas works. I no longer have to decide it anew every morning.',
      ],
      ['when-helped', 'Since we write the test first and let it fill in the rest, what comes out is usable.'],
      [
        'when-helped',
        'Saying “this was generated and I am unsure about line 40” has become normal here. It makes reviewing so much easier.',
      ],
      ['when-helped', 'Snapshot tests for all the device sizes. Would never have done those by hand.'],
      [
        'when-helped',
        'Small pull requests, an explanation in two sentences. That was the change, the tool is the same as in spring.',
      ],
      ['what-change', 'Tell the other teams about our one-page agreement. It cost us one retro.'],
      [
        'when-helped',
        'We threw away a generated module together and laughed about it. A few months ago somebody would have defended it.',
      ],
    ],
  },
}
