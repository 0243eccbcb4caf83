import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/**
 * Sends a file to be kept.
 * @param name what it holds, of whom and when: `trends`, `Platform` and `2026-10` make `trends-platform-2026-10.csv`
 */
export const sendFile = (
  reply: FastifyReply,
  type: string,
  name: string[],
  extension: string,
  content: string | Readable,
) =>
  reply
    .type(`${type}; charset=utf-8`)
    .header(
      'content-disposition',
      `attachment; filename="${name.map(plain).filter(Boolean).join('-')}.${extension}"`,
    )
    .send(content)

/** Letters, digits and hyphens, which no system minds in the name of a file. */
const plain = (part: string): string =>
  part
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
