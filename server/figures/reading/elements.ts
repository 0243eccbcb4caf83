import { FiguresUnreadable } from './faults.ts'

const longestElement = 1024 * 1024

interface Take {
  /** An element as it is written, and the line it begins on. */
  element(json: string, line: number): void
  /** A whole document without its elements: each has become a 0. */
  document(json: string, line: number): void
}

/**
 * Takes JSON apart while it arrives: one document, or several one after another. An element is an object that
 * begins where `isElement` says so, given the brackets open around it, outermost first: `{[` is the list in a
 * page. Holds no more than one element and one piece of text, and knows the line of each.
 */
export async function readElements(
  text: AsyncIterable<string>,
  isElement: (around: string) => boolean,
  take: Take,
): Promise<void> {
  const scanner = new Scanner(isElement, take)
  for await (const piece of text) scanner.read(piece)
  scanner.end()
}

const closing: Record<string, string> = { '}': '{', ']': '[' }

class Scanner {
  #around = ''
  #inString = false
  #escaped = false
  #line = 1
  #skeleton = ''
  #element: { json: string; line: number; around: string } | null = null

  constructor(
    private readonly isElement: (around: string) => boolean,
    private readonly take: Take,
  ) {}

  read(piece: string) {
    let from = 0
    const flush = (to: number) => {
      if (this.#element) this.#element.json += piece.slice(from, to)
      else this.#skeleton += piece.slice(from, to)
      from = to
    }
    for (let at = 0; at < piece.length; at += 1) {
      const character = piece[at]!
      if (character === '\n') this.#line += 1
      if (this.#inString) this.#readString(character)
      else if (character === '"') this.#inString = true
      else if (character === '{' || character === '[') {
        flush(at)
        this.#open(character)
      } else if (character === '}' || character === ']') {
        flush(at + 1)
        this.#close(character)
      }
    }
    flush(piece.length)
    if (Math.max(this.#skeleton.length, this.#element?.json.length ?? 0) > longestElement)
      throw new FiguresUnreadable(this.#element?.line ?? this.#line, 'lineTooLong')
  }

  #readString(character: string) {
    if (this.#escaped) this.#escaped = false
    else if (character === '\\') this.#escaped = true
    else if (character === '"') this.#inString = false
  }

  #open(bracket: string) {
    if (this.#around === '' && this.#skeleton.trim() !== '')
      throw new FiguresUnreadable(this.#line, 'jsonMisplaced')
    if (!this.#element && bracket === '{' && this.isElement(this.#around))
      this.#element = { json: '', line: this.#line, around: this.#around }
    this.#around += bracket
  }

  #close(bracket: string) {
    if (this.#around.at(-1) !== closing[bracket]) throw new FiguresUnreadable(this.#line, 'jsonMisplaced')
    this.#around = this.#around.slice(0, -1)
    if (this.#element && this.#element.around === this.#around) {
      this.take.element(this.#element.json, this.#element.line)
      this.#element = null
      this.#skeleton += this.#around === '' ? '' : '0'
    } else if (this.#around === '') {
      this.take.document(this.#skeleton, this.#line)
      this.#skeleton = ''
    }
  }

  end() {
    if (this.#around !== '' || this.#inString) throw new FiguresUnreadable(this.#line, 'jsonIncomplete')
    if (this.#skeleton.trim() !== '') throw new FiguresUnreadable(this.#line, 'jsonMisplaced')
  }
}
