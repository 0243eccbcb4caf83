import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { pulse } from '#server/questionnaire/pulse.ts'
import type { Question } from '#server/storage/schema/questions.ts'
import canonicalize from 'canonicalize'
import type { Invitation } from '../../public/answering/invitation.ts'
import type { Manifest } from '../../public/answering/manifest.ts'

export const hexHash = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')
export const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

export const members = [
  'Ada Lovelace',
  'Grace Hopper',
  'Edsger Dijkstra',
  'Barbara Liskov',
  'Will Byrd',
  'Frances Allen',
  'Niklaus Wirth',
  'Radia Perlman',
  'Anita Borg',
]

const ownQuestion: Question = {
  id: 'action-pairing',
  version: 1,
  construct: 'Whether an agreed action helped.',
  kind: 'scale',
  cut: 'unit',
  bands: ['unfavourable', 'neutral', 'favourable'],
  text: {
    en: {
      question: 'Payments decided: “Review agents’ work in pairs”. Did it help?',
      name: 'It helped',
      levels: ['Hurt', 'No change', 'Helped'],
    },
  },
}

export type FakeRound = ReturnType<typeof fakeRound>

/** A round as a server freezes it, with its private keys. */
export function fakeRound(script: Uint8Array) {
  const seal = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signing = [0, 1].map(usedRsaKeys)
  const ids = [0, 1].map(() => base64url(randomBytes(16)))
  const round = base64url(randomBytes(16))
  const publicKeys = signing.map(({ publicKey }) => {
    const { kty, n, e } = publicKey.export({ format: 'jwk' })
    return { kty: kty!, n: n!, e: e! }
  })
  const { kty, crv, x, y } = seal.publicKey.export({ format: 'jwk' })
  const invitation: Invitation = {
    round,
    unit: { id: ids[0]!, name: 'Payments and Ledger', size: members.length, members },
    pooled: ['Payments', 'Ledger'],
    questions: pulse,
    ownQuestions: [ownQuestion],
    actions: [
      { team: 'Payments', text: 'Review agents’ work in pairs.', state: 'done' },
      { team: 'Ledger', text: 'No generated migrations.', state: 'dropped', reason: 'Nobody wrote any.' },
      { team: 'Ledger', text: 'A page of prompts that worked.', state: 'open' },
      { team: 'Payments', text: 'Ask for smaller changes.', state: 'open' },
    ],
    ticket: false,
  }
  const manifest: Manifest = {
    format: 'safe-to-say/1',
    round,
    name: 'November 2026',
    organisation: 'Acme',
    opens: '2026-11-02T08:00:00.000Z',
    closes: '2026-11-30T17:00:00.000Z',
    threshold: 5,
    questions: hexHash(canonicalize(pulse)!),
    script: hexHash(script),
    seal: { kty: kty!, crv: crv!, x: x!, y: y! },
    units: [
      {
        id: ids[0]!,
        name: 'Payments and Ledger',
        size: members.length,
        key: publicKeys[0]!,
        questions: hexHash(canonicalize([ownQuestion])!),
      },
      { id: ids[1]!, name: 'Search', size: 7, key: publicKeys[1]! },
    ],
  }
  return { invitation, manifest, signingKey: signing[0]!.privateKey, sealKey: seal.privateKey }
}

/** More than the rounds of any test need, each made once: making them takes longer than opening the page. */
const most = 8
const made: ReturnType<typeof newRsaKeys>[] = []
let taken = 0
function usedRsaKeys() {
  const next = taken++ % most
  return (made[next] ??= newRsaKeys())
}
const newRsaKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

export const manifestBytes = (manifest: unknown): ArrayBuffer =>
  new TextEncoder().encode(canonicalize(manifest)).buffer
