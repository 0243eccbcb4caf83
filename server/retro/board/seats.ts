import type { Context } from '../../context.ts'
import { changeBoard, setOnBoard } from './changes.ts'

/** How many have joined is shown on the wall, so that a room notices seats that are nobody's. */
export async function countSeat(context: Context, boardId: string): Promise<void> {
  await changeBoard(context, boardId, (tx, { seats }) => setOnBoard(tx, boardId, { seats: seats + 1 }))
}
