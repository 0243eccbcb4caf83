import { Page } from '../layout.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Pages } from '../parts/pages.tsx'
import { useMessages } from '../setting.ts'
import { Scroll } from '../parts/scroll.tsx'

interface PrivacyProps {
  round: {
    id: string
    name: string
    threshold: number
    fingerprint: string | null
    outcome: { published: boolean; invited: number; ballots?: number; spoiled?: number } | null
  }
  /** Ballots in the smallest class; Infinity where there is none. */
  smallest: number
  /** The classes of this page. */
  classes: { id: string; name: string; invited: number | null; ballots: number }[]
  page: number
  pages: number
  script: string
}

/** What stands behind a round's results, and the check of a receipt, which runs on the reader's device. */
export function PrivacyPage({ round, smallest, classes, page, pages, script }: PrivacyProps) {
  const text = useMessages().results.privacyPage
  return (
    <Page title={text.title(round.name)}>
      <Facts>
        <Fact name={text.threshold}>{round.threshold}</Fact>
        <Fact name={text.smallest}>{Number.isFinite(smallest) ? smallest : '–'}</Fact>
        <Fact name={text.ballots}>
          {text.counted(round.outcome?.ballots ?? 0, round.outcome?.invited ?? 0)}
        </Fact>
        <Fact name={text.spoiled}>{round.outcome?.spoiled ?? 0}</Fact>
        <Fact name={text.fingerprint}>
          <span class="fingerprint">{round.fingerprint}</span>
        </Fact>
      </Facts>
      <p>
        <a href={`/rounds/${round.id}/promise`}>{text.promise}</a>,{' '}
        <a href={`/rounds/${round.id}/manifest.json`}>{text.manifest}</a>,{' '}
        <a href={`/rounds/${round.id}/receipts.json`}>{text.receipts}</a>
      </p>
      <ReceiptCheck round={round.id} script={script} />
      <Classes classes={classes} />
      <Pages page={page} pages={pages} to={(number) => `/rounds/${round.id}/privacy?page=${number}`} />
    </Page>
  )
}

function ReceiptCheck({ round, script }: { round: string; script: string }) {
  const text = useMessages().results.privacyPage
  return (
    <section>
      <h2>{text.check}</h2>
      <p>{text.checkText}</p>
      <form id="receipt-check" data-receipts={`/rounds/${round}/receipts.json`}>
        <div class="field">
          <label for="receipt">{text.receipt}</label>
          <input id="receipt" name="receipt" autocomplete="off" spellcheck={false} />
        </div>
        <button>{text.checkSubmit}</button>
        <p role="status" data-yes={text.yes} data-no={text.no} data-malformed={text.malformed} />
      </form>
      <script src={script} defer />
    </section>
  )
}

function Classes({ classes }: Pick<PrivacyProps, 'classes'>) {
  const text = useMessages().results.privacyPage
  return (
    <section>
      <h2>{text.classes}</h2>
      <p>{text.classesText}</p>
      <Scroll>
        <table>
          <thead>
            <tr>
              <th>{text.class}</th>
              <th class="number">{text.invited}</th>
              <th class="number">{text.ballots}</th>
            </tr>
          </thead>
          <tbody>
            {classes.map(({ name, invited, ballots }) => (
              <tr>
                <td>{name}</td>
                <td class="number">{invited}</td>
                <td class="number">{ballots}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
