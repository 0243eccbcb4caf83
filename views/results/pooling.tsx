import { Notice } from '../parts/notice.tsx'
import { useMessages } from '../setting.ts'
import type { ResultsProps } from './props.ts'

export function Pooling({ results }: Pick<ResultsProps, 'results'>) {
  const text = useMessages().results
  const { classes, elsewhere, items } = results
  const [only, ...others] = classes
  const pooled = items.find(({ pooledAs }) => pooledAs !== null)?.pooledAs
  return (
    <>
      {pooled && only?.name === pooled && others.length === 0 && (
        <Notice kind="note">{text.pooledNote(pooled)}</Notice>
      )}
      {elsewhere > 0 && <Notice kind="note">{text.elsewhere(elsewhere)}</Notice>}
    </>
  )
}
