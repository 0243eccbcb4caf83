import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryDirectory } from './store.ts'

const mounted: SmallDisk[] = []

/** A disk in memory, to be filled to the last block. */
export class SmallDisk {
  readonly directory = join(temporaryDirectory(), 'disk')
  #filled = 0

  /** Null where this account may make none. */
  static of(kilobytes: number): SmallDisk | null {
    const disk = new SmallDisk()
    mkdirSync(disk.directory)
    try {
      const size = ['-o', `size=${kilobytes}k`]
      execFileSync('mount', ['-t', 'tmpfs', ...size, 'tmpfs', disk.directory], { stdio: 'pipe' })
    } catch {
      return null
    }
    mounted.push(disk)
    return disk
  }

  fill(): void {
    try {
      for (; ; this.#filled++) writeFileSync(this.#filler(this.#filled), Buffer.alloc(4096))
    } catch {}
  }

  free(): void {
    // The one that did not fit is there as well, empty.
    for (; this.#filled >= 0; this.#filled--) rmSync(this.#filler(this.#filled), { force: true })
    this.#filled = 0
  }

  onlyReads = () => void execFileSync('mount', ['-o', 'remount,ro', this.directory], { stdio: 'pipe' })

  #filler = (n: number) => join(this.directory, `filler${n}`)
}

/** For afterEach. */
export const unmountAll = (): void =>
  mounted.splice(0).forEach(({ directory }) => execFileSync('umount', ['-l', directory]))

/** Whether this account may make disks; nothing is skipped in CI. */
export function canMount(): boolean {
  const disk = SmallDisk.of(16)
  unmountAll()
  if (!disk && process.env['CI'])
    throw new Error('No small disk can be made here, and nothing is skipped in CI')
  return disk !== null
}
