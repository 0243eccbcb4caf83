import { Page } from '../layout.tsx'
import { FormFaults, type FormProps } from '../parts/field.tsx'
import { useMessages } from '../setting.ts'
import { AnnotationFields } from './annotations.tsx'
import type { Group } from './tabs.tsx'

interface AnnotationPageProps extends FormProps {
  group: Group
  months: string[]
  /** Its id; null for one that could not be added as it was typed. */
  annotation: string | null
}

export function AnnotationPage({ group, months, annotation, typed, faults }: AnnotationPageProps) {
  const { insights, actions } = useMessages()
  const text = insights.annotations
  const all = `/overview/${group.id}/annotations`
  const at = annotation ? `${all}/${annotation}` : all
  return (
    <Page title={annotation ? text.changeTitle(group.name) : text.addTitle(group.name)}>
      <FormFaults faults={faults} />
      <form method="post" action={at}>
        <AnnotationFields months={months} typed={typed} faults={faults} />
        <p class="actions">
          <button>{annotation ? text.save : text.send}</button>
          <a href={`/overview/${group.id}`}>{actions.cancel}</a>
        </p>
      </form>
      {annotation && (
        <form method="post" action={`${at}/removal`}>
          <button class="quiet">{text.remove}</button>
        </form>
      )}
    </Page>
  )
}
