import { z } from 'zod'

const bytes = (length?: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]*$/)
    .transform((text) => Buffer.from(text, 'base64url'))
    .refine((read) => (length === undefined ? read.length <= 512 : read.length === length))

const token = z.string().min(1).max(200)

export const invitationRequest = z.object({ token })
export const ticketRequest = z.object({ token, blindedMessage: bytes() })
export const ballotRequest = z.object({
  round: z.string().max(60),
  unit: z.string().max(60),
  message: bytes(),
  signature: bytes(),
  ballot: z.string().max(20_000),
})
