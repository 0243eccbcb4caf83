import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Question } from '../../storage/schema/questions.ts'
import type { ReadManifest } from './manifest.ts'
import { ManifestRefused, demand } from './refused.ts'

export interface Invitation {
  round: string
  unit: { id: string; name: string; size: number; members: string[] }
  /** The teams in the unit, when it is more than one. */
  pooled?: string[]
  questions: Question[]
  ownQuestions: Question[]
  /** What the unit's teams decided, to be read before answering. */
  actions?: { team: string; text: string; state: 'open' | 'done' | 'dropped'; reason?: string }[]
  ticket: boolean
}

/** Throws ManifestRefused where the manifest is not the one this person was invited under. */
export function checkInvitation({ manifest }: ReadManifest, invitation: Invitation): void {
  demand(manifest.round === invitation.round, 'round', manifest.round)
  const { id, name, size } = invitation.unit
  const unit = manifest.units.find((unit) => unit.id === id)
  if (!unit) throw new ManifestRefused('unitMissing', id)
  demand(unit.name === name && unit.size === size, 'unitDiffers', id)
  demand(manifest.questions === hashOf(invitation.questions), 'questions')
  const own = invitation.ownQuestions.length > 0 ? hashOf(invitation.ownQuestions) : undefined
  demand(unit.questions === own, 'ownQuestions', id)
}

function hashOf(questions: Question[]): string {
  return createHash('sha256').update(canonicalize(questions)!).digest('hex')
}
