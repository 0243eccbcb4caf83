import type { Sight } from '#views/retro/board/props.ts'
import { createHash } from 'node:crypto'
import type { FormFaults, Typed } from '../../web/form.ts'
import type { Context } from '../../context.ts'
import { newId } from '../../storage/identifier.ts'
import { teamPaths } from '../../people/people.ts'
import { addDays, todayIn } from '../../settings/settings.ts'
import { choicesFor, countOwners, daysProposed } from '../actions/actions.ts'
import { asDecision, decidedOn, fromLastTime, isDeciding } from './decisions.ts'
import type { Board, Content } from './queries.ts'
import type { Device } from './secrets.ts'
import { hiddenCards, sightOf } from './sight.ts'
import { suggestionFor } from './suggestion.ts'
import { mineOf } from './mine.ts'

/** What was typed into the form for an action, and could not be taken. */
interface Written {
  typed: Typed
  faults: FormFaults
}

/** What pages and streams show of a board: one place, so that they show the same. */
export function boardProps(context: Context) {
  const { read } = context.store
  /** Sixty devices look at the same content. */
  const sights = new WeakMap<Content, { sight: Sight; topicsDigest: string }>()
  function seen(content: Content) {
    const known = sights.get(content) ?? look(content)
    sights.set(content, known)
    return known
  }
  return {
    teamName,
    actionsOf: (id: string) => decidedOn(context, id),
    topicsDigest: (content: Content): string => seen(content).topicsDigest,
    async screen(content: Content, written: Written = { typed: {}, faults: {} }) {
      const { id, code, stage, teamId, declined } = content.board
      const isTold = stage === 'arrive' || stage === 'write' || stage === 'decide'
      const { sight } = seen(content)
      return {
        team: await teamName(teamId),
        sight,
        people: await countOwners(read, teamId),
        suggestion: stage === 'group' ? suggestionFor(sight.topics, declined) : null,
        hidden: hiddenCards(content),
        join: code ? { code, address: `${context.config.PUBLIC_URL}/join` } : null,
        actions: await decidedOn(context, id),
        before: isTold
          ? (await fromLastTime(read, teamId, content.board)).map(asDecision(await todayIn(context)))
          : [],
        decide: isDeciding(stage) ? await decideForm(context, teamId, written) : null,
      }
    },
    async seat(content: Content) {
      return { sight: seen(content).sight, actions: await decidedOn(context, content.board.id) }
    },
    /** The form for an action on a phone: the same for everybody, until somebody's was refused. */
    async decide({ stage, locked, teamId }: Board, written: Written = { typed: {}, faults: {} }) {
      return isDeciding(stage) && !locked ? decideForm(context, teamId, written) : null
    },
    mine: (content: Content, device: Device) => mineOf(content, device, seen(content).sight.topics),
    write: emptyCard,
  }

  async function teamName(id: string): Promise<string> {
    return (await teamPaths(read)).get(id)?.join(' / ') ?? ''
  }
}

/** An empty form for a card, in the column of the one before. */
const emptyCard = ({ id, columns }: Board, column = '0') => ({
  boardId: id,
  cardId: newId(),
  columns,
  typed: { column },
  faults: {},
})

/** By name alone: it goes on the wall. */
async function decideForm(context: Context, teamId: string, { typed, faults }: Written) {
  const { owners, earliest } = await choicesFor(context, teamId)
  const proposed = { due: addDays(earliest, daysProposed) }
  return {
    owners: owners.flatMap(({ name }) => name ?? []),
    earliest,
    typed: { ...proposed, ...typed },
    faults,
  }
}

export type BoardProps = ReturnType<typeof boardProps>

function look(content: Content) {
  const sight = sightOf(content)
  const topicsDigest = createHash('sha256').update(JSON.stringify(sight.topics)).digest('base64url')
  return { sight, topicsDigest }
}
