import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FastifyInstance } from 'fastify'
import { respondents } from './access-rules.ts'

const { resolve } = createRequire(import.meta.url)
const publicFile = (name: string) => resolve(`#public/${name}`)
const htmx = (file: string) => resolve(`htmx.org/dist/${file}`)

/** Several paths are one file: what is loaded apart may begin before the rest is there. */
const files: Record<string, { path: string | string[]; type: string }> = {
  'app.css': { path: publicFile('app.css'), type: 'text/css; charset=utf-8' },
  // Named by its version, since a stylesheet names it without the mark of its content.
  'inter-5.3.woff2': {
    path: resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
    type: 'font/woff2',
  },
  'icon.svg': { path: publicFile('icon.svg'), type: 'image/svg+xml' },
  'token.js': { path: publicFile('token.js'), type: 'text/javascript; charset=utf-8' },
  'receipt.js': { path: publicFile('receipt.js'), type: 'text/javascript; charset=utf-8' },
  'loader.js': { path: publicFile('build/loader.js'), type: 'text/javascript; charset=utf-8' },
  'answer.css': { path: publicFile('build/answer.css'), type: 'text/css; charset=utf-8' },
  'htmx.js': { path: htmx('htmx.min.js'), type: 'text/javascript; charset=utf-8' },
  'live.js': {
    path: [htmx('htmx.min.js'), htmx('ext/hx-sse.min.js')],
    type: 'text/javascript; charset=utf-8',
  },
  'board.js': { path: publicFile('board.js'), type: 'text/javascript; charset=utf-8' },
  'drafts.js': { path: publicFile('drafts.js'), type: 'text/javascript; charset=utf-8' },
  'wall.js': {
    path: [resolve('sortablejs/Sortable.min.js'), publicFile('wall.js')],
    type: 'text/javascript; charset=utf-8',
  },
  'kit.js': {
    path: [resolve('sortablejs/Sortable.min.js'), publicFile('kit.js')],
    type: 'text/javascript; charset=utf-8',
  },
  'board.css': { path: publicFile('board.css'), type: 'text/css; charset=utf-8' },
}

const loaded = new Map(
  Object.entries(files).map(([name, { path, type }]) => {
    const bytes = Buffer.concat([path].flat().map((one) => readFileSync(one)))
    return [name, { bytes, type, hash: createHash('sha256').update(bytes).digest() }]
  }),
)

function loadedFile(name: string) {
  const file = loaded.get(name)
  if (!file) throw new Error(`${name} is no file of public/.`)
  return file
}

/** The address of a file in public/, changing with its content so that it can be cached for ever. */
export const asset = (name: string): string =>
  `/assets/${name}?v=${loadedFile(name).hash.toString('base64url').slice(0, 12)}`

/** What a script element states so that other bytes are not run. */
export const integrity = (name: string): string => `sha256-${loadedFile(name).hash.toString('base64')}`

export function serveAssets(app: FastifyInstance) {
  for (const [name, { bytes, type }] of loaded)
    app.get(`/assets/${name}`, respondents, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(bytes),
    )
}
