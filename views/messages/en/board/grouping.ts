export const suggestion = {
  question: 'Do these belong together?',
  shared: (one: string, other: string) => `“${one}” and “${other}” share`,
  together: 'Put together',
  no: 'No',
}

/** Said aloud while cards are moved with the keyboard. */
export const moving = {
  lifted: (card: string) =>
    `Lifted: ${card}. Arrows choose a card, Enter puts it there, O lets it stand alone, Escape puts it back.`,
  moved: (card: string, topic: string) => `${card} is now with: ${topic}.`,
  alone: (card: string) => `${card} stands alone.`,
  putBack: (card: string) => `Put back: ${card}.`,
}
