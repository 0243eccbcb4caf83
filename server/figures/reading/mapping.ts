import { readText } from '../../files/text.ts'
import { FiguresUnreadable } from './faults.ts'
import { Findings } from './findings.ts'
import { readTable } from './table.ts'

const columns = {
  login: ['login', 'userlogin', 'githublogin', 'username', 'user', 'handle', 'account', 'id', 'userid'],
  email: ['email', 'emailaddress', 'workemail', 'useremail', 'mail', 'address'],
}

/** Addresses by login, from a CSV file with those two columns. Faults are told in the findings of the figures. */
export async function readMapping(
  source: AsyncIterable<Buffer>,
  faults: Findings,
): Promise<Map<string, string>> {
  const addresses = new Map<string, string>()
  const found = new Findings()
  await readTable(readText(source), found, {
    spellings: columns,
    begin(known, _headings, line) {
      if (!known.has('login') || !known.has('email')) throw new FiguresUnreadable(line, 'mappingColumns')
    },
    take({ cell }) {
      addresses.set(cell('login').toLowerCase(), cell('email').toLowerCase())
    },
  })
  for (const { line, fault, value } of found.faults.inOrder) faults.fault(line, fault, value)
  return addresses
}
