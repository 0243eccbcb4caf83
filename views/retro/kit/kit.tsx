import { TeamTabs } from '../../insights/tabs.tsx'
import { Page } from '../../layout.tsx'
import { Empty } from '../../parts/empty.tsx'
import { useMessages, useSetting } from '../../setting.ts'
import { Before } from './before.tsx'
import type { KitProps } from './props.ts'
import { ChooseRound } from './choose-round.tsx'
import { Start } from './start.tsx'
import { Remarks } from './remarks.tsx'

/** What a retro is prepared with, for whoever leads it. */
export function KitPage({ before, due, remarks, ...props }: KitProps) {
  const text = useMessages().kit
  const { team, round, rounds } = props
  const { asset } = useSetting()
  return (
    <Page
      title={text.title(team.path, round?.name ?? null)}
      wide
      head={<script src={asset('kit.js')} defer />}
    >
      <TeamTabs group={{ id: team.id, name: team.path }} current="kit" leads />
      {round ? (
        <>
          <ChooseRound round={round} rounds={rounds} team={team} />
          <Start {...props} round={round} />
        </>
      ) : (
        <Empty text={text.nothing} />
      )}
      <div class="columns">
        <Before team={team} actions={before} due={due} />
        {round && <Remarks remarks={remarks} />}
      </div>
      {round && (
        <p>
          <a href={`/rounds/${round.id}/results/${team.id}`}>{text.results}</a>
        </p>
      )}
    </Page>
  )
}
