import { statfs } from 'node:fs/promises'
import type { Config } from '../../config.ts'
import { littleRoom } from '../../office/office.ts'
import { directoryFault } from './directory.ts'
import { well, wrong, type Finding } from './finding.ts'

const megabyte = 1024 * 1024
/** As statfs(2) names them: NFS, SMB, CIFS, AFS, Ceph. SQLite's locks are not to be relied on there. */
const shared = new Set([0x6969, 0xfe534d42, 0xff534d42, 0x5346414f, 0x00c36400])

export async function disk({ DATA_DIR, DATABASE_URL }: Config): Promise<Finding[]> {
  const fault = directoryFault(DATA_DIR)
  if (fault && fault.says !== 'directoryOpen') return [fault]
  const { bavail, bsize, type } = await statfs(DATA_DIR)
  const room = { directory: DATA_DIR, megabytes: Math.floor((bavail * bsize) / megabyte) }
  const isLow = (await littleRoom(DATA_DIR)) !== null
  return [
    ...(fault ? [fault] : []),
    ...(!DATABASE_URL && shared.has(type) ? [wrong('diskShared', { directory: DATA_DIR })] : []),
    isLow ? wrong('diskLow', room) : well('diskRoom', room),
  ]
}
