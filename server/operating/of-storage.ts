import type { Context } from '../context.ts'
import { littleRoom } from '../office/office.ts'
import { one, type Measured } from './measured.ts'

/** @param answers whether the database has just answered */
export async function ofStorage({ store, config }: Context, answers: boolean): Promise<Measured[]> {
  const isLow = [await littleRoom(config.DATA_DIR), await littleRoom(config.KEY_DIR)].some(
    (left) => left !== null,
  )
  return [
    one('database_up', 'Whether the database answers within two seconds.', answers),
    one('database_writable', 'Whether the last write could be kept.', store.trouble() === null),
    one('disk_room', 'Whether at least 512 MB are left where data and keys lie.', !isLow),
  ]
}
