import { Page } from '../layout.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Pages } from '../parts/pages.tsx'
import { useMessages, useWording } from '../setting.ts'
import { Scroll } from '../parts/scroll.tsx'

interface Asked {
  id: string
  text: { en: { question: string; options?: Record<string, string> } }
}

interface Class {
  name: string
  /** A question's id where it is of bands of a declared attribute. */
  cut: string
  members: string[]
  invited: number | null
  ballots: number
}

interface PrivacyProps {
  round: {
    id: string
    name: string
    threshold: number
    fingerprint: string | null
    outcome: { published: boolean; invited: number; ballots?: number; spoiled?: number } | null
    questions: Asked[]
  }
  /** Ballots in the smallest class; Infinity where there is none. */
  smallest: number
  /** The classes of this page. */
  classes: Class[]
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
      <Classes classes={classes} asked={round.questions} />
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

function Classes({ classes, asked }: Pick<PrivacyProps, 'classes'> & { asked: Asked[] }) {
  const { results } = useMessages()
  const said = useWording()
  const text = results.privacyPage
  /** Bands of an attribute in the reader's language; exports call them alike for all. */
  const nameOf = ({ cut, members, name }: Class): string => {
    const attribute = asked.find(({ id }) => id === cut)
    const options = attribute && said(attribute.text).options
    return options ? members.map((band) => options[band] ?? results.notStated).join(' + ') : name
  }
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
            {classes.map((one) => (
              <tr>
                <td>{nameOf(one)}</td>
                <td class="number">{one.invited}</td>
                <td class="number">{one.ballots}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
