import { enter } from './entrance.ts'
import { loaderMessages as text } from './loader-messages.ts'
import { askForLink, say } from './notice.ts'
import { shortcoming } from './shortcoming.ts'

const tokenName = 'safe-to-say invitation'

async function start() {
  // Another link pasted into the address bar changes only the fragment, which loads nothing by itself.
  addEventListener('hashchange', () => location.reload())
  const missing = await shortcoming()
  if (missing) return say(text[missing])
  const token = takeToken()
  if (token) await enter(token)
  else askForLink((pasted) => void enter(keepToken(pasted)))
}

/** The token leaves the address bar before anybody looks over a shoulder or shares the address. */
function takeToken(): string | null {
  const fragment = location.hash.slice(1)
  if (!fragment) return sessionStorage.getItem(tokenName)
  keepToken(fragment)
  history.replaceState(null, '', location.pathname)
  return fragment
}

function keepToken(token: string): string {
  sessionStorage.setItem(tokenName, token)
  return token
}

void start()
