import { allConnectors, isTokenReadable } from '../../figures/figures.ts'
import type { Keys } from '../../keys.ts'
import { isSealingKeyThere } from '../../secrets.ts'
import type { Reads } from '../../storage/index.ts'
import { well, wrong, type Finding } from './finding.ts'

/** Each is asked once a night; two nights without are one too many. */
const nights = 50 * 60 * 60_000

/** How the last night went. No vendor is asked: that a person does on the page of connected sources. */
export async function connectors(read: Reads, keys: Keys | null, now: Date): Promise<Finding[]> {
  const all = await allConnectors(read)
  if (all.length === 0) return [well('connectorsNone', {})]
  const canOpen = keys !== null && (await isSealingKeyThere(keys))
  return Promise.all(
    all.map(async (connector) => {
      const { vendor: source, failingSince, fault, triedAt } = connector
      const at = triedAt.toISOString()
      if (!canOpen || !(await isTokenReadable(keys, connector))) return wrong('connectorSealed', { source })
      if (failingSince)
        return wrong('connectorFailing', { source, since: failingSince.toISOString(), reason: fault ?? '' })
      if (now.getTime() - triedAt.getTime() > nights) return wrong('connectorSilent', { source, at })
      return well('connectorWell', { source, at })
    }),
  )
}
