/** What many are sent is put into bytes once: of a large board that is most of the work. */
export class Encoded {
  readonly #bytes = new Map<string, Buffer>()

  of(html: string): Buffer {
    // A lone carriage return ends a line of a stream as well.
    const lines = () => html.split(/\r\n?|\n/).map((line) => `data: ${line}\n`)
    const bytes = this.#bytes.get(html) ?? Buffer.from(lines().join(''))
    this.#bytes.set(html, bytes)
    return bytes
  }
}
