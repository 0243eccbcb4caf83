/** What a retro can begin with. Each is answered from 1 to 5. */
export const checkIns = {
  energy: { question: 'How much energy do you bring today?', ends: ['hardly any', 'plenty'] },
  candour: {
    question: 'How freely can you say what you think here today?',
    ends: ['not at all', 'wholly'],
  },
  focus: { question: 'How free is your head for this hour?', ends: ['elsewhere', 'all here'] },
} as const
