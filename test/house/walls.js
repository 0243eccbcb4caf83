import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ballots, edge, floors, open, props, verbs } from './rooms.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const floorOf = new Map(floors.flatMap((rooms, floor) => rooms.map((room) => [room, floor])))
/** Files of server/ itself. */
const loose = [
  'known',
  'refusal',
  'clock',
  'keys',
  'secrets',
  'config',
  'frames',
  'log',
  'under-way',
  'every-minute',
  'context',
  'jobs',
  'app',
  'main',
  'compile',
]

/** Why this file may not import that, by the table of rooms; null where it may. Paths are those of the project. */
export function wallBetween(file, imported, isType = false) {
  const said = /^views\/messages\/[^/]+\//
  if (said.test(imported) && !file.startsWith('views/messages/') && !file.startsWith('test/'))
    return 'texts are had from a speech'
  if (file.startsWith('views/'))
    return /^(server\/|node:|fastify|@fastify|drizzle-orm)/.test(imported) ? 'views import only views' : null
  if (!file.startsWith('server/')) return null
  const room = roomOf(file)
  if (room === null) return 'this file is in no room of test/house/rooms.js'
  const knowsRequests =
    edge.test(file) || ['web', 'access', 'sample', 'app', 'commands', 'compile'].includes(room)
  if (imported === 'views/messages/catalogues.ts' && room === 'context') return null
  if (imported.startsWith('views/'))
    return knowsRequests || (isType && props.test(imported))
      ? null
      : 'only routes, letters and announcements know views'
  if (/^@?fastify(\/|$)/.test(imported)) return knowsRequests ? null : 'only routes know requests'
  if (!imported.startsWith('server/')) return null
  if (imported === 'server/storage/schema/ballots.ts' && !['storage', ...ballots].includes(room))
    return 'ballots belong to answering/ and publishing/ alone'
  if (roomOf(imported) === 'web' && !knowsRequests && imported !== 'server/web/form.ts')
    return 'only routes, letters and announcements know web/'
  return roomOf(imported) === room ? null : wallBetweenRooms(room, roomOf(imported), imported)
}

function wallBetweenRooms(from, to, imported) {
  if (to === null || !(floorOf.get(to) < floorOf.get(from))) return `${from} does not stand above ${to}`
  const isOpen =
    open.includes(to) || imported === verbsOf(to) || (edge.test(imported) && ['sample', 'app'].includes(from))
  return isOpen ? null : `of ${to} only its verbs may be imported, ${verbsOf(to)}`
}

/** The innermost room that holds a file of server/; a file of server/ itself is a room of its own. */
function roomOf(file) {
  const parts = file
    .replace(/^server\//, '')
    .replace(/\.[a-z]+$/, '')
    .split('/')
  const within = parts.map((_, depth) => parts.slice(0, parts.length - depth).join('/'))
  return within.find((room) => floorOf.has(room)) ?? null
}

function verbsOf(room) {
  const name = verbs[room] ?? room.split('/').at(-1)
  return loose.includes(room) ? `server/${room}.ts` : `server/${room}/${name}.ts`
}

const walls = {
  create(context) {
    const file = relative(root, context.filename)
    const check = ({ source, importKind, exportKind }) => {
      if (typeof source?.value !== 'string') return
      const reason = wallBetween(file, pathOf(source.value, file), (importKind ?? exportKind) === 'type')
      if (reason)
        context.report({ node: source, message: `${reason} (docs/decisions/direction-and-walls.md)` })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}

/** What an import names: a file by its path in the project, a package by its name. */
function pathOf(specifier, file) {
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('.') ? relative(root, resolve(root, dirname(file), specifier)) : specifier
}

export default { meta: { name: 'house' }, rules: { walls } }
