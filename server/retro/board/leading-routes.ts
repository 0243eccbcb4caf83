import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import {
  askForMore,
  declineSuggestion,
  discuss,
  extendTimer,
  groupCards,
  hideCards,
  moveCard,
  moveStage,
  nameGroup,
  separateCards,
  setGrouping,
  setLocked,
  setTimer,
  showCards,
} from './boards.ts'
import { cardsForm, declineForm, headingForm, moveForm, stageForm, timerForm, topicForm } from './forms.ts'
import { ledBoard } from './led-routes.ts'
import type { BoardProps } from './props.ts'

/** What only whoever leads the team can do, by the roster at the moment it is done. */
export function leadingRoutes(app: FastifyInstance, context: Context, props: BoardProps) {
  const { lead, leadBy } = ledBoard(app, context, props)

  lead('reveal', (id) => moveStage(context, id, { from: 'write', to: 'group' }))
  leadBy('stage', stageForm, (id, move) => moveStage(context, id, move))
  lead('lock', (id) => setLocked(context, id, true))
  lead('lock/removal', (id) => setLocked(context, id, false))
  leadBy('timer', timerForm, (id, { minutes }) => setTimer(context, id, minutes))
  lead('timer/removal', (id) => setTimer(context, id, null))
  leadBy('timer/extension', timerForm, (id, { minutes }) => extendTimer(context, id, minutes))
  leadBy('topic', topicForm, (id, { topic }) => discuss(context, id, topic))
  lead('more', (id) => askForMore(context, id))
  lead('grouping', (id) => setGrouping(context, id, true))
  lead('grouping/removal', (id) => setGrouping(context, id, false))
  leadBy('declined', declineForm, (id, { cards }) => declineSuggestion(context, id, cards))
  leadBy('moves', moveForm, (id, move) => moveCard(context, id, move))
  leadBy('groups', cardsForm, (id, { cards }) => groupCards(context, id, cards))
  leadBy('groups/:group', headingForm, (id, { title }, { group }) => nameGroup(context, id, group, title))
  leadBy('separations', cardsForm, (id, { cards }) => separateCards(context, id, cards))
  leadBy('hiding', cardsForm, (id, { cards }) => hideCards(context, id, cards))
  leadBy('hiding/removal', cardsForm, (id, { cards }) => showCards(context, id, cards))
}
