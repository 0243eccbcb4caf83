import { Page } from '../layout.tsx'
import { CheckField, FormFaults, TextField, typedText, type Faults, type Typed } from '../parts/field.tsx'
import { Notice } from '../parts/notice.tsx'
import { useMessages, useSpeech } from '../setting.ts'
import { monthOf } from '../speech.ts'
import { RuleForm } from './form.tsx'
import { Ahead, RuleSentence, type Month, type Rule } from './rule.tsx'

interface CalendarProps {
  /** Null until somebody has set it. */
  rule: (Rule & { paused: string | null; skipped: { month: string; word: string }[] }) | null
  /** What it would be, if nothing is changed. */
  proposed: Rule
  timeZone: string
  ahead: Month[]
  /** Where a program that shows calendars finds them; null while there is no rule. */
  feed: string | null
  /** What was typed into the rule, and of a skip or a pause. */
  typed: Typed
  word: Typed
  faults: Faults
}

export function CalendarPage({ rule, proposed, timeZone, ahead, feed, typed, word, faults }: CalendarProps) {
  const text = useMessages().calendar
  const isOfWord = ['month', 'word', 'pauseWord'].some((name) => faults[name])
  const isFaulty = Object.keys(faults).length > 0 && !isOfWord
  return (
    <Page title={text.title}>
      <FormFaults faults={faults} />
      {!rule && <p class="lead">{text.lead}</p>}
      <RuleSentence rule={rule ?? proposed} timeZone={timeZone} />
      {typeof rule?.paused === 'string' && <Paused word={rule.paused} />}
      <section>
        <h2>{rule ? text.next : text.nextProposed}</h2>
        <Ahead ahead={ahead} />
        <p class="hint">{text.rotationHint}</p>
        {feed && (
          <p class="hint">
            {text.feed} <a href={feed}>{feed}</a>
          </p>
        )}
      </section>
      {rule && <Skips rule={rule} ahead={ahead} word={word} faults={faults} />}
      <RuleForm typed={typed} faults={faults} timeZone={timeZone} isSet={rule !== null} isOpen={isFaulty} />
    </Page>
  )
}

function Paused({ word }: { word: string }) {
  const text = useMessages().calendar
  return (
    <Notice kind="note" title={text.pausedTitle}>
      {word}
      <form method="post" action="/calendar/resumption">
        <button class="quiet">{text.resume}</button>
      </form>
    </Notice>
  )
}

/** Leaving out a month, or all for a while, with a word to everybody. */
function Skips({
  rule,
  ahead,
  ...given
}: Pick<CalendarProps, 'ahead' | 'word' | 'faults'> & { rule: NonNullable<CalendarProps['rule']> }) {
  const { word, faults } = given
  const speech = useSpeech()
  const text = useMessages().calendar
  return (
    <section>
      <h2>{text.skipTitle}</h2>
      {rule.skipped.map(({ month, word: why }) => (
        <form method="post" action="/calendar/skips/removal" class="actions">
          <input type="hidden" name="month" value={month} />
          <p>
            <b>{monthOf(month, speech)}</b>: {why}
          </p>
          <button class="quiet small">{text.keep}</button>
        </form>
      ))}
      <details open={faults.word !== undefined}>
        <summary>{text.skip}</summary>
        <form method="post" action="/calendar/skips">
          <div class="field">
            <label for="month">{text.month}</label>
            <select id="month" name="month">
              {ahead.map(({ month }) => (
                <option value={month} selected={month === typedText(word, 'month')}>
                  {monthOf(month, speech)}
                </option>
              ))}
            </select>
          </div>
          <Word {...given} named={{ word: 'word', tell: 'tell' }} />
          <button>{text.skipSubmit}</button>
        </form>
      </details>
      {rule.paused === null && (
        <details open={faults.pauseWord !== undefined}>
          <summary>{text.pause}</summary>
          <form method="post" action="/calendar/pause">
            <Word {...given} named={{ word: 'pauseWord', tell: 'pauseTell' }} />
            <button>{text.pauseSubmit}</button>
          </form>
        </details>
      )}
    </section>
  )
}

type WordProps = Pick<CalendarProps, 'word' | 'faults'> & { named: { word: string; tell: string } }

function Word({ word, faults, named }: WordProps) {
  const text = useMessages().calendar
  return (
    <>
      <TextField
        name={named.word}
        label={text.word}
        hint={text.wordHint}
        fault={faults[named.word]}
        value={typedText(word, named.word)}
        required
      />
      <CheckField name={named.tell} label={text.tell} checked />
    </>
  )
}
