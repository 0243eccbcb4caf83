export interface Answer {
  status: number
  body: unknown
}

/** Told before each pause: how long it is, and a way to end it. */
export type OnPause = (seconds: number, tryNow: () => void) => void

interface Question {
  body: object
  /** A request without credentials travels on a connection of its own, apart from the ones that say who is asking. */
  credentials: RequestCredentials
}

/** Asks until there is an answer: a lost connection or a busy server is asked again, ever more patiently. */
export async function askUntilAnswered(path: string, question: Question, onPause: OnPause): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    const answer = await ask(path, question).catch(() => null)
    if (answer && answer.status < 500 && answer.status !== 429) return answer
    await pause(Math.min(2 ** attempt, 30), onPause)
  }
}

export async function ask(path: string, { body, credentials }: Question): Promise<Answer> {
  const patience = new AbortController()
  const alarm = setTimeout(() => patience.abort(), 30_000)
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials,
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal: patience.signal,
    })
    return { status: response.status, body: response.status === 200 ? await response.json() : null }
  } finally {
    clearTimeout(alarm)
  }
}

function pause(seconds: number, onPause: OnPause): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(alarm)
      removeEventListener('online', go)
      resolve()
    }
    const alarm = setTimeout(go, seconds * 1000)
    addEventListener('online', go)
    onPause(seconds, go)
  })
}
