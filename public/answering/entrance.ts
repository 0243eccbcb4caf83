import { ask } from './asking.ts'
import type { Invitation } from './invitation.ts'
import { keptReceipt, keyFor } from './keeping.ts'
import { loaderMessages as text } from './loader-messages.ts'
import { fetchManifest, parseManifest } from './manifest.ts'
import { say, sayHandedIn } from './notice.ts'

/** From a token to the round's own answering script, running. */
export async function enter(token: string): Promise<void> {
  const tryAgain = { label: text.tryAgain, run: () => void enter(token) }
  say(text.opening)
  try {
    const { status, body } = await ask('/answering/invitation', {
      body: { token },
      credentials: 'same-origin',
    })
    if (status === 404 || status === 410) return await sayOver(status, token)
    if (status !== 200) return say(text.busy, tryAgain)
    const invitation = body as Invitation
    const response = await fetchManifest(invitation.round)
    if (!response.ok) return say(text.busy, tryAgain)
    const manifest = await response.arrayBuffer()
    window.answering = { token, invitation, manifest }
    runScript(parseManifest(manifest).script)
  } catch {
    say(text.unreachable, tryAgain)
  }
}

async function sayOver(status: 404 | 410, token: string) {
  const receipt = await keptReceipt(await keyFor(token))
  if (receipt) sayHandedIn(receipt)
  else say(status === 410 ? text.closed : text.unknown)
}

/** The browser itself refuses to run other bytes than those the manifest promises. */
function runScript(hash: string) {
  const script = document.createElement('script')
  script.type = 'module'
  script.src = `/answering/scripts/${hash}.js`
  script.integrity = `sha256-${base64OfHex(hash)}`
  // A browser remembers that a module failed: only a new page asks for it again.
  script.onerror = () => say(text.noScript, { label: text.tryAgain, run: () => location.reload() })
  document.head.append(script)
}

function base64OfHex(hex: string): string {
  return btoa((hex.match(/../g) ?? []).map((byte) => String.fromCharCode(parseInt(byte, 16))).join(''))
}
