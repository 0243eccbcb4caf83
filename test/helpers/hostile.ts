import { gzipSync } from 'node:zlib'

export interface HostileBody {
  name: string
  headers: Record<string, string>
  body: string | Buffer
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const json = { 'content-type': 'application/json' }
const parts = { 'content-type': 'multipart/form-data; boundary=edge' }

const kilobyte = 1024
const megabyte = 1024 * kilobyte

function distinctKeys(bytes: number): string {
  const keys: string[] = []
  for (let n = 0, length = 0; length < bytes; n++) {
    keys.push(n.toString(36))
    length += keys.at(-1)!.length + 1
  }
  return keys.join('&')
}

const nested = (depth: number) => `{"email":${'['.repeat(depth)}${']'.repeat(depth)}}`
const part = (name: string, value: string) =>
  `--edge\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

/** What nobody's browser sends. Small ones are within what any route takes, large ones are not. */
export const hostileBodies: HostileBody[] = [
  { name: '8 MB of distinct fields', headers: form, body: distinctKeys(8 * megabyte) },
  { name: '31 MB of distinct fields', headers: form, body: distinctKeys(31 * megabyte) },
  { name: '63 kB of distinct fields', headers: form, body: distinctKeys(63 * kilobyte) },
  { name: '63 kB of one field again and again', headers: form, body: 'email&'.repeat(10_700) },
  { name: '63 kB in one field', headers: form, body: `email=${'x'.repeat(63 * kilobyte)}` },
  {
    name: '63 kB of quotation marks in one field',
    headers: form,
    body: `email=${'"'.repeat(63 * kilobyte)}`,
  },
  { name: 'percent signs that stand for nothing', headers: form, body: `email=${'%zz'.repeat(20_000)}` },
  { name: 'a NUL in a field', headers: form, body: 'email=a%00b@acme.example&token=%00' },
  { name: 'lists 10,000 deep', headers: json, body: nested(10_000) },
  { name: 'lists 31,000 deep', headers: json, body: nested(31_000) },
  { name: 'objects 10,000 deep', headers: json, body: '{"email":'.repeat(6000) + '1' + '}'.repeat(6000) },
  { name: '63 kB of numbers', headers: json, body: `{"email":[${'1,'.repeat(32_000)}1]}` },
  { name: '2 MB of numbers', headers: json, body: `{"email":[${'1,'.repeat(megabyte)}1]}` },
  { name: 'a NUL in JSON', headers: json, body: '{"email":"a\\u0000b@acme.example","token":"\\u0000"}' },
  {
    name: 'half a character in JSON',
    headers: json,
    body: '{"email":"\\ud800@acme.example","token":"\\udfff"}',
  },
  { name: 'JSON that stops in the middle', headers: json, body: `{"email":"${'x'.repeat(60_000)}` },
  {
    name: 'a prototype in JSON',
    headers: json,
    body: '{"__proto__":{"administrator":true},"email":"a@b.example"}',
  },
  { name: 'a number that is no JSON object', headers: json, body: '7' },
  { name: 'nothing that calls itself JSON', headers: json, body: '' },
  {
    name: '100 MB in 100 kB of gzip',
    headers: { ...form, 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(100 * megabyte, 'a=')),
  },
  { name: 'gzip that calls itself JSON', headers: json, body: gzipSync('{"email":"a@b.example"}') },
  { name: 'a thousand parts', headers: parts, body: part('email', 'x').repeat(1000) + '--edge--' },
  { name: 'a part that never ends', headers: parts, body: part('email', 'x'.repeat(60_000)).slice(0, -2) },
  { name: '8 MB in parts', headers: parts, body: part('email', 'x'.repeat(8 * megabyte)) + '--edge--' },
  {
    name: 'parts without an edge',
    headers: { 'content-type': 'multipart/form-data' },
    body: part('email', 'x'),
  },
  { name: 'a picture', headers: { 'content-type': 'image/png' }, body: Buffer.alloc(60 * kilobyte, 1) },
  { name: 'bytes of no kind', headers: {}, body: Buffer.alloc(60 * kilobyte, 0xff) },
]
