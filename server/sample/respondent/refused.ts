export type ManifestReason =
  | 'unreadable'
  | 'format'
  | 'round'
  | 'threshold'
  | 'unitTooSmall'
  | 'modulus'
  | 'exponent'
  | 'sharedId'
  | 'sharedKey'
  | 'sealingKey'
  | 'unitMissing'
  | 'unitDiffers'
  | 'questions'
  | 'ownQuestions'

/** The manifest is not one to answer under. */
export class ManifestRefused extends Error {
  constructor(
    readonly reason: ManifestReason,
    readonly subject = '',
  ) {
    super(subject ? `${reason}: ${subject}` : reason)
  }
}

export function demand(holds: boolean, reason: ManifestReason, subject?: string): void {
  if (!holds) throw new ManifestRefused(reason, subject)
}
