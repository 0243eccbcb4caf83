import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unprivileged } from '../helpers/postgres.ts'
import { copied, stages, steps, type Step } from './dockerfile.ts'

/** What the Dockerfile makes, made in folders: of the image that is kept nobody may write a thing but data and keys. */
export function buildInFolders() {
  const directory = mkdtempSync(join(tmpdir(), 'safe-to-say-image-'))
  // Another account has to find its way in.
  chmodSync(directory, 0o755)
  const inside = (path: string) => join(directory, path)
  for (const folder of ['build/app', 'app', 'data', 'keys']) mkdirSync(inside(folder), { recursive: true })

  const [build, image] = stages()
  bringInstalled(inside('build/app'))
  for (const step of build) takeStep(step, inside('build/app'))
  for (const { from, to } of steps(image, 'COPY').map(copied))
    renameSync(inside(`build${from[0]}`), join(inside('app'), to === './' ? nameOf(from[0]!) : to))
  forFolders(inside('app'), 'a-w')

  const account = unprivileged()
  if (account) for (const folder of ['data', 'keys']) chownSync(inside(folder), account.uid, account.gid)
  return {
    account: account ?? {},
    cwd: inside('app'),
    directories: { DATA_DIR: inside('data'), KEY_DIR: inside('keys') },
    remove() {
      forFolders(inside('app'), 'u+w')
      rmSync(directory, { recursive: true })
    },
  }
}

/** What `npm ci` would put there, but for development; linked, which takes a twentieth of the time of a copy, where one disk holds both. */
function bringInstalled(folder: string) {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: true }>
  }
  const needed = Object.keys(packages).filter(
    (path) => path.lastIndexOf('node_modules/') === 0 && !packages[path]!.dev && existsSync(path),
  )
  const bring = (...how: string[]) =>
    execFileSync('cp', ['-a', ...how, '--parents', ...needed, folder], { stdio: 'pipe' })
  try {
    bring('--link')
  } catch {
    bring('--force')
  }
}

/** Of folders alone: a file that is linked is the installation's too. */
const forFolders = (folder: string, mode: string) =>
  execFileSync('find', [folder, '-type', 'd', '-exec', 'chmod', mode, '{}', '+'])

/** All but those that a network answers: what they install is here already. */
function takeStep(step: Step, folder: string) {
  if (step.does === 'COPY')
    for (const path of copied(step).from) cpSync(path, join(folder, path), { recursive: true })
  if (step.does === 'RUN' && !/^apt-get|^npm ci$/.test(step.what))
    execFileSync('sh', ['-ec', step.what], {
      cwd: folder,
      env: { ...process.env, ...offline },
      stdio: 'pipe',
    })
}

const offline = {
  npm_config_offline: 'true',
  npm_config_audit: 'false',
  npm_config_update_notifier: 'false',
}

const nameOf = (path: string) => path.split('/').at(-1)!
