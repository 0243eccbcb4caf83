import { useMessages, useSetting } from '../setting.ts'

/** Stands on every page of a sample company, so that nobody takes its figures for real ones. */
export function SampleNote() {
  const t = useMessages()
  const { viewer } = useSetting()
  return (
    <aside class="sample-note">
      {t.sample.note} {viewer ? <a href="/sample">{t.sample.noteVisit}</a> : t.sample.noteSignIn}
    </aside>
  )
}
