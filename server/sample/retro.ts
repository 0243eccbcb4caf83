import type { Viewer } from '../access/access.ts'
import type { Context } from '../context.ts'
import type { Wording } from '../retro/actions/actions.ts'
import {
  castVote,
  contentOf,
  countSeat,
  decideOnBoard,
  Device,
  endBoard,
  giveSign,
  groupCards,
  moveStage,
  nameGroup,
  newSecret,
  startBoard,
  writeCard,
} from '../retro/board/boards.ts'
import { newId } from '../storage/identifier.ts'
import { speechOf } from '../web/speech.ts'
import type { Chance } from './chance.ts'
import { helped } from './remarks/helped.ts'
import { hurt } from './remarks/hurt.ts'

interface Held {
  /** Who leads it. */
  lead: Viewer
  teamId: string
  /** The round it is about; null where none was published. */
  roundId: string | null
  /** What it decides. */
  wording: Wording
  chance: Chance
}

const seats = 5
/** From 1 to 5, and how often. */
const energy = [
  [2, 1],
  [3, 2],
  [4, 2],
  [5, 1],
] as const
const worthIt = [
  [3, 1],
  [4, 3],
  [5, 2],
] as const
const cardsOfEach = [2, 2, 1, 2, 1]

/** A retro as it is held: everybody writes, what belongs together is put together, all vote. Returns the action's id. */
export async function holdBoard(
  context: Context,
  { lead, teamId, roundId, wording, chance }: Held,
): Promise<string> {
  const { columns } = speechOf(context, { timeZone: 'UTC' }).t.board
  const id = await startBoard(context, lead, { teamId, roundId, columns: columns.ai, checkIn: 'energy' })
  const devices = Array.from({ length: seats }, () => new Device(newSecret()))
  await sayFrom(context, id, devices, 'arrived', () => chance.weighed(energy))
  await moveStage(context, id, { from: 'arrive', to: 'write' })
  const [good, bad] = [helped, hurt].map((acts) => chance.shuffled(acts.flat()))
  for (const [n, device] of devices.entries())
    for (let card = 0; card < (cardsOfEach[n] ?? 1); card++) {
      const column = card % 2
      const text = (column === 0 ? good : bad)?.pop() ?? ''
      await writeCard(context, id, device, { id: newId(), column, text })
    }
  await moveStage(context, id, { from: 'write', to: 'group' })
  const { cards } = await contentOf(context.store.read, id)
  const [first, second] = cards.filter(({ column }) => column === 1)
  if (first && second) {
    await groupCards(context, id, [first.id, second.id])
    const together = (await contentOf(context.store.read, id)).cards.find((card) => card.id === first.id)
    if (together) await nameGroup(context, id, together.groupId, 'What it costs afterwards')
  }
  await moveStage(context, id, { from: 'group', to: 'vote' })
  const groups = (await contentOf(context.store.read, id)).cards.map(({ groupId }) => groupId)
  for (const device of devices)
    for (const group of chance.shuffled([...new Set(groups)]).slice(0, 3))
      await castVote(context, id, device, { group })
  await moveStage(context, id, { from: 'vote', to: 'discuss' })
  await moveStage(context, id, { from: 'discuss', to: 'decide' })
  const action = await decideOnBoard(context, id, wording)
  await sayFrom(context, id, devices, 'worth', () => chance.weighed(worthIt))
  await endBoard(context, id)
  return action
}

/** Each says it from 1 to 5. */
async function sayFrom(
  context: Context,
  id: string,
  devices: Device[],
  about: 'arrived' | 'worth',
  value: () => number,
) {
  for (const device of devices) {
    await countSeat(context, id)
    await giveSign(context, id, device, { about, value: value() })
  }
}
