import { useMessages } from '../setting.ts'

/** Belongs to the form of the set-up, whose token it sends along; its other fields may stay empty. */
export function SampleOffer({ form }: { form: string }) {
  const text = useMessages().sample.offer
  return (
    <section>
      <h2>{text.title}</h2>
      <p>{text.text}</p>
      <p class="hint">{text.hint}</p>
      <button class="quiet" form={form} formaction="/setup/sample" formnovalidate>
        {text.submit}
      </button>
    </section>
  )
}
