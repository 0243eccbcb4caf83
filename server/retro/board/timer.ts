import type { Context } from '../../context.ts'
import { changeBoard, setOnBoard } from './changes.ts'
import { dropSigns } from './signs.ts'

/** @param minutes null takes the timer away */
export async function setTimer(context: Context, id: string, minutes: number | null): Promise<void> {
  const timerEndsAt = minutes === null ? null : new Date(context.clock.now().getTime() + minutes * 60_000)
  await changeBoard(context, id, (tx) => setOnBoard(tx, id, { timerEndsAt }))
}

/** More from when it ends, or from now where it has ended; whether it is needed is not asked any longer. */
export async function extendTimer(context: Context, id: string, minutes: number): Promise<void> {
  await changeBoard(context, id, async (tx, { timerEndsAt }) => {
    const from = Math.max(context.clock.now().getTime(), timerEndsAt?.getTime() ?? 0)
    await dropSigns(tx, id, ['more'])
    await setOnBoard(tx, id, { timerEndsAt: new Date(from + minutes * 60_000), asksMore: false })
  })
}
