import { TeamTabs } from '../../insights/tabs.tsx'
import { Page } from '../../layout.tsx'
import { FormFaults, SelectField, TextField, Field, typedText, type FormProps } from '../../parts/field.tsx'
import { Notice } from '../../parts/notice.tsx'
import { useMoment } from '../../parts/time.tsx'
import { useMessages } from '../../setting.ts'

interface TrackerProps extends FormProps {
  team: { id: string; path: string }
  /** Null where none is connected; why it did not answer the last time. */
  connected: { fault: string | null; triedAt: Date } | null
  /** What was just tried: why it does not work, null where it does. */
  tried: { reason: string | null } | null
}

/** Where a team's actions become issues; its token is never given back. */
export function TrackerPage({ team, connected, tried, typed, faults }: TrackerProps) {
  const t = useMessages()
  const text = t.issues
  const at = `/teams/${team.id}/tracker`
  const field = (name: string) => ({ name, fault: faults[name], value: typedText(typed, name) })
  return (
    <Page title={text.title(team.path)}>
      <TeamTabs group={{ id: team.id, name: team.path }} current="actions" leads />
      <p class="lead">{text.lead}</p>
      {tried && <Tried reason={tried.reason} />}
      {connected && <State at={at} {...connected} />}
      <FormFaults faults={faults} />
      <form method="post" action={at}>
        <SelectField
          {...field('service')}
          label={text.service}
          choices={Object.entries(text.services).map(([value, label]) => ({ value, label }))}
        />
        <TextField {...field('project')} label={text.project} hint={text.projectHint} required />
        <TextField {...field('address')} label={text.address} hint={text.addressHint} optional />
        <TextField {...field('user')} label={text.user} hint={text.userHint} optional />
        <Field
          name="token"
          label={text.token}
          hint={connected ? text.tokenKept : text.tokenHint}
          fault={faults.token}
        >
          <input
            type="password"
            id="token"
            name="token"
            autocomplete="off"
            aria-describedby={faults.token ? 'token-hint token-fault' : 'token-hint'}
            aria-invalid={faults.token ? 'true' : undefined}
          />
        </Field>
        <div class="actions">
          <button>{connected ? t.actions.save : text.connect}</button>
          <a href={`/teams/${team.id}/actions`}>{t.actions.cancel}</a>
        </div>
      </form>
    </Page>
  )
}

/** Why a service did not take something, in a sentence. */
function useReason(): (reason: string) => string {
  const { issues, figures } = useMessages()
  const own = new Map<string, string>(Object.entries(issues.reasons))
  return (reason) => own.get(reason) ?? figures.connectors.reasons(reason, figures.faults)
}

function Tried({ reason }: { reason: string | null }) {
  const { issues: text, figures } = useMessages()
  const said = useReason()
  if (reason === null) return <Notice kind="good">{text.works}</Notice>
  return (
    <Notice kind="problem" title={figures.connectors.fails}>
      {said(reason)}
    </Notice>
  )
}

function State({ at, fault, triedAt }: { at: string; fault: string | null; triedAt: Date }) {
  const text = useMessages().issues
  const said = useReason()
  const moment = useMoment()
  return (
    <section>
      <p>
        {text.asked(moment(triedAt))} {fault && <span class="fault">{said(fault)}</span>}
      </p>
      <div class="actions">
        <form method="post" action={`${at}/test`}>
          <button class="quiet small">{text.test}</button>
        </form>
        <form method="post" action={`${at}/visit`}>
          <button class="quiet small">{text.visit}</button>
        </form>
        <form method="post" action={`${at}/removal`}>
          <button class="quiet small">{text.disconnect}</button>
        </form>
      </div>
    </section>
  )
}
