import { useMessages } from '../../setting.ts'

/** More are not told apart from across a room. */
const mostDrawn = 60

/**
 * Cards that lie face down, growing in number. One pile for all columns: by column, whoever watches the room would see
 * on which side somebody has just written.
 */
export function Pile({ cards }: { cards: number }) {
  const text = useMessages().board.screen
  return (
    <section class="pile" aria-label={text.faceDown(cards)}>
      {Array.from({ length: Math.min(cards, mostDrawn) }, (_, n) => (
        <i id={`back-${n}`} class="back" />
      ))}
      {cards > mostDrawn && <span>{text.faceDown(cards)}</span>}
    </section>
  )
}
