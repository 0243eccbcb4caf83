import { Field } from '../parts/field.tsx'
import type { Messages } from '../messages/catalogues.ts'
import { useMessages, useSetting } from '../setting.ts'

interface LogoProps {
  /** Whether there is one. */
  logo: boolean
  fault: keyof Messages['faults'] | undefined
}

/** A form of its own: a file is sent alone. */
export function Logo({ logo, fault }: LogoProps) {
  const text = useMessages().access.settings
  const { organisation } = useSetting()
  return (
    <section id="logo">
      {logo && (
        <>
          <h2>{text.logo}</h2>
          <p>
            <img class="logo" src="/settings/logo" alt={text.logoOf(organisation ?? '')} height="40" />
          </p>
          <form method="post" action="/settings/logo/removal">
            <button class="quiet">{text.logoRemove}</button>
          </form>
        </>
      )}
      <form method="post" action="/settings/logo" enctype="multipart/form-data">
        <Field name="picture" label={text.logo} hint={text.logoHint} fault={fault}>
          <input
            id="picture"
            name="picture"
            type="file"
            accept="image/png,image/jpeg"
            required
            aria-describedby="picture-hint"
          />
        </Field>
        <button class="quiet">{text.logoSave}</button>
      </form>
    </section>
  )
}
