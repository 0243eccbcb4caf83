import { Page } from '../layout.tsx'
import { useSetting } from '../setting.ts'
import { Empty } from './empty.tsx'
import { Fact, Facts } from './facts.tsx'
import { AreaField, CheckField, FormFaults, SelectField, TextField } from './field.tsx'
import { Notice } from './notice.tsx'
import { Progress } from './progress.tsx'
import { Time } from './time.tsx'

/** Every part in every state, light beside dark. Its texts are specimens, not messages. */
export function PartsPage() {
  return (
    <Page title="Parts" wide>
      <div class="themes">
        <section data-theme="light">
          <Specimens theme="light" />
        </section>
        <section data-theme="dark">
          <Specimens theme="dark" />
        </section>
      </div>
    </Page>
  )
}

function Specimens({ theme }: { theme: string }) {
  const { now } = useSetting()
  return (
    <>
      <h2>Text, {theme}</h2>
      <p class="lead">A lead sentence says what the page is for.</p>
      <p>
        Text with <a href="#content">a link</a>, <code>code</code> and <Time at={now} />.
      </p>
      <p class="hint">A hint.</p>
      <h2>Buttons</h2>
      <p class="actions">
        <button type="button">Main</button>
        <button type="button" class="quiet">
          Quiet
        </button>
        <button type="button" class="danger">
          Danger
        </button>
        <button type="button" class="quiet small">
          Small
        </button>
      </p>
      <h2>Notices</h2>
      <Notice kind="good">It worked.</Notice>
      <Notice kind="note">Good to know.</Notice>
      <Notice kind="problem" title="It did not work">
        What to do about it.
      </Notice>
      <h2>Forms</h2>
      <FormFaults faults={{ name: 'required' }} />
      <TextField name={`name-${theme}`} label="Faulty field" hint="A hint" fault="required" value="" />
      <TextField name={`text-${theme}`} label="Text field" value="Typed" optional />
      <AreaField name={`area-${theme}`} label="Long text" value={'Two\nlines'} />
      <SelectField
        name={`select-${theme}`}
        label="A choice"
        value="b"
        choices={[
          { value: 'a', label: 'One' },
          { value: 'b', label: 'Another' },
        ]}
      />
      <CheckField name={`check-${theme}`} label="Ticked" hint="With a hint" checked />
      <h2>Facts, states, progress</h2>
      <Facts>
        <Fact name="Threshold">5</Fact>
        <Fact name="State">
          <span class="tag open">open</span> <span class="tag">closed</span>
        </Fact>
      </Facts>
      <Progress label="Reading" done={40} total={100} />
      <Empty text="Nothing here yet; this is what to do next." />
    </>
  )
}
