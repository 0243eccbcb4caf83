import { useMessages, useWording } from '../../setting.ts'
import type { KitProps } from './props.ts'

export function Remarks({ remarks }: Pick<KitProps, 'remarks'>) {
  const text = useMessages().kit
  const said = useWording()
  return (
    <section class="hero">
      <h2>{text.remarks}</h2>
      {remarks.length === 0 && <p>{text.remarksNone}</p>}
      {remarks.map(({ text: asked, texts }) => (
        <>
          <h3>{said(asked).question}</h3>
          {texts.map((remark) => (
            <blockquote>{remark}</blockquote>
          ))}
        </>
      ))}
    </section>
  )
}
