export {
  sessionsOf,
  readSession,
  saveSession,
  endSession,
  revokeSession,
  type OwnSession,
} from './sessions.ts'
export { linkMinutes, newSignInLink, redeemSignInLink, isGoodSignInLink } from './sign-in-links.ts'
export { setUp } from './setup.ts'
export { newSetupToken, SetupToken } from './setup-token.ts'
export { viewerOf, type Viewer } from './viewer.ts'
export { dropExpired } from './expiry.ts'
export { hashOf } from './tokens.ts'
export { newAccessToken, revokeToken, tokensOf, viewerOfToken } from './access-tokens.ts'
export { addSessions, signIn } from './session.ts'
export { acceptTokens } from './token.ts'
export { signInLetter } from './letters.ts'
