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
      <h2>{text.logo}</h2>
      {logo && (
        <p>
          <img src="/settings/logo" alt={text.logoOf(organisation ?? '')} height="40" />
        </p>
      )}
      <form method="post" action="/settings/logo" enctype="multipart/form-data">
        <Field
          name="picture"
          label={logo ? text.pictureOther : text.picture}
          hint={text.logoHint}
          fault={fault}
        >
          <input
            id="picture"
            name="picture"
            type="file"
            accept="image/png,image/jpeg"
            required
            aria-describedby="picture-hint"
          />
        </Field>
        <p class="actions">
          <button class="quiet">{text.logoSave}</button>
          {logo && (
            <button class="quiet" form="no-logo">
              {text.logoRemove}
            </button>
          )}
        </p>
      </form>
      {logo && <form id="no-logo" method="post" action="/settings/logo/removal" />}
    </section>
  )
}
