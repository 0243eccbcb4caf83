/** A long row of characters in fours, which the eye can compare; copied, it has no gaps. */
export function Code({ children, id }: { children: string; id?: string }) {
  return (
    <code id={id} class="fours" translate={false}>
      {(children.match(/.{1,4}/g) ?? []).map((four, place) => (
        <span key={place}>{four}</span>
      ))}
    </code>
  )
}
