import type { Vendor } from '../figures/connectors.tsx'
import { Notice } from '../parts/notice.tsx'
import { useMonth } from '../parts/time.tsx'
import { useMessages } from '../setting.ts'

export interface Needs {
  /** Whether any round was ever planned. */
  began: boolean
  insecureUrl: string | null
  /** Letters that could not be sent. */
  failing: number
  /** Letters that the mail server would not take, and the page that says which. */
  refused: { letters: number; at: string } | null
  /** Names of channels that messages did not reach. */
  failingChannels: string[]
  /** From where no figures came the last night. */
  failingSources: Vendor[]
  /** The month, YYYY-MM, of which no adoption figures have come. */
  lateFigures: string | null
  /** Bytes left on the disk, where they are few. */
  littleRoom: number | null
  /** Names of open rounds whose keys are not what they were opened with. */
  keyFaults: string[]
  /** Planned by somebody, and not opened when they were due. */
  missed: { id: string; name: string }[]
}

const megabyte = 1024 * 1024

/** What needs somebody now; nothing where nothing does. */
export function Attention({
  insecureUrl,
  failing,
  refused,
  failingChannels,
  failingSources,
  lateFigures,
  littleRoom,
  ...rounds
}: Needs) {
  const t = useMessages()
  const text = t.access.home
  const { keyFaults, missed } = rounds
  const month = useMonth()
  return (
    <>
      {insecureUrl && (
        <Notice kind="problem" title={text.insecureTitle}>
          {text.insecure(insecureUrl)}
        </Notice>
      )}
      {failing > 0 && (
        <Notice kind="problem" title={text.mailTitle}>
          {text.mail(failing)} <a href="/mail">{text.mailSee}</a>
        </Notice>
      )}
      {refused && (
        <Notice kind="problem" title={text.refusedTitle(refused.letters)}>
          <a href={refused.at}>{text.refusedSee}</a>
        </Notice>
      )}
      {failingChannels.length > 0 && (
        <Notice kind="problem" title={text.chatTitle}>
          {text.chat(t.list(failingChannels))} <a href="/chat">{text.chatSee}</a>
        </Notice>
      )}
      {failingSources.length > 0 && (
        <Notice kind="problem" title={text.sourcesTitle}>
          {text.sources(t.list(failingSources.map((vendor) => t.figures.sources[vendor])))}{' '}
          <a href="/figures/connectors">{text.chatSee}</a>
        </Notice>
      )}
      {lateFigures && (
        <Notice kind="problem" title={text.lateTitle(month(lateFigures))}>
          {text.late} <a href="/figures/imports/new">{text.lateSee}</a>
        </Notice>
      )}
      {littleRoom !== null && (
        <Notice kind="problem" title={text.roomTitle}>
          {text.room(Math.round(littleRoom / megabyte))}
        </Notice>
      )}
      {keyFaults.map((name) => (
        <Notice kind="problem" title={text.keysTitle(name)}>
          {text.keys} <a href="/rounds">{text.keysSee}</a>
        </Notice>
      ))}
      {missed.map(({ id, name }) => (
        <Notice kind="problem" title={text.missedTitle(name)}>
          {text.missed} <a href={`/rounds/${id}`}>{text.keysSee}</a>
        </Notice>
      ))}
    </>
  )
}
