import { expect, it } from 'vitest'
import { readText } from '#server/files/text.ts'
import { Findings } from '#server/figures/reading/findings.ts'
import { readFigures } from '#server/figures/reading/read.ts'
import { readRoster } from '#server/people/roster.ts'

const written = ['E-Mail;Vorname;Nachname;Abteilung', 'zoe@example.com;Zoë;Müller–Ÿ;München', ''].join('\r\n')
/** What Windows-1252 has beyond Latin-1, of the characters used here. */
const windows1252 = (text: string) =>
  Buffer.from(text.replaceAll('–', '\x96').replaceAll('Ÿ', '\x9f').replaceAll('’', '\x92'), 'latin1')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

const encodings: [string, (text: string) => Buffer][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['Windows-1252, as a German spreadsheet saves it', windows1252],
  ['UTF-16, little-endian, with a mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16, little-endian, without', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16, big-endian, with a mark', (text) => utf16be(`\ufeff${text}`)],
  ['UTF-16, big-endian, without', utf16be],
]

async function* inPieces(text: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size)
}

it.each(encodings)('a roster in %s is read, however it arrives', async (_, encoded) => {
  for (const source of [encoded(written), inPieces(encoded(written), 1), inPieces(encoded(written), 7)]) {
    const { people, faults } = await readRoster(source)
    expect(faults).toEqual([])
    expect(people).toMatchObject([{ name: 'Zoë Müller–Ÿ', team: ['München'] }])
  }
})

it.each(encodings)('so is a file of figures in %s', async (_, encoded) => {
  const found = new Findings()
  await readFigures(inPieces(encoded('Abteilung;Monat;Lead time\nMünchen;2026-10;4\n'), 5), found)
  expect(found.delivery).toMatchObject([{ team: 'München', month: '2026-10', value: 4 }])
})

const textOf = async (source: Buffer) => {
  let text = ''
  for await (const piece of readText(source)) text += piece
  return text
}

it('a file whose first letter beyond ASCII comes late, or on the border of two pieces, is still Windows text', async () => {
  for (const before of [65_534, 65_535, 65_536, 200_000]) {
    const file = `${'a'.repeat(before)}é’\n${'b'.repeat(100_000)}ü`
    expect(await textOf(windows1252(file))).toBe(file)
  }
})

it('UTF-8 with a damaged letter among whole ones is no Windows text, and is refused', async () => {
  const damaged = Buffer.concat([Buffer.from('email,team\nü,ü\n'), Buffer.from([0xff]), Buffer.from('ü\n')])
  expect((await readRoster(damaged)).faults).toEqual([{ line: 0, fault: 'notUtf8' }])
  const late = Buffer.concat([Buffer.from(`email,team\n${'ü,a\n'.repeat(50_000)}`), Buffer.from([0xff])])
  expect((await readRoster(late)).faults).toContainEqual({ line: 0, fault: 'notUtf8' })
})

it('half a character of UTF-16 is refused, too', async () => {
  const cut = Buffer.from(`\ufeff${written}`, 'utf16le').subarray(0, -1)
  expect((await readRoster(cut)).faults).toMatchObject([{ line: 0, fault: 'notUtf8' }])
})
