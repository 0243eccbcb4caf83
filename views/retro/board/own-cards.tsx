import { useMessages } from '../../setting.ts'
import { sending } from './live.tsx'
import { CardText } from './topics.tsx'
import type { MineProps } from './mine-props.ts'

export function OwnCards({ id, columns, cards, locked }: MineProps) {
  const text = useMessages().board.seat.write
  return (
    <section>
      <h2>{text.own}</h2>
      {cards.length === 0 && <p class="hint">{text.none}</p>}
      <ul class="own">
        {cards.map((card) => {
          const at = `/boards/${id}/cards/${card.id}`
          return (
            <li id={`own-${card.id}`} class="card">
              <small>{columns[card.column]}</small>
              <CardText text={card.text} />
              {!locked && (
                <div class="actions tight">
                  <a class="button quiet" href={at} aria-label={text.editCard(card.text)}>
                    {text.edit}
                  </a>
                  <form method="post" action={`${at}/removal`} {...sending(`${at}/removal`)}>
                    <button class="quiet" aria-label={text.removeCard(card.text)}>
                      {text.remove}
                    </button>
                  </form>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
