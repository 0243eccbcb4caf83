export const rosterFaults = {
  fileEmpty: () => 'The file is empty.',
  notUtf8: () =>
    'The file is no whole text: it may be damaged or cut off. In a spreadsheet, choose "CSV UTF-8" when saving.',
  spreadsheet: () => 'This is a spreadsheet, not a CSV file. Save it as "CSV UTF-8" first.',
  noPeople: () => 'There is a header, but nobody below it.',
  emailColumnMissing: () => 'No column for mail addresses was found. Name one "email" in the first line.',
  teamColumnMissing: () => 'No column for teams was found. Name one "team" in the first line.',
  columnTwice: (value: string) => `Two columns mean the same: ${value}. Remove or rename one.`,
  tooManyLines: (value: string) =>
    `The file has more than ${value} lines, which is the most that can be imported.`,
  lineTooLong: () => 'This line is far too long; a quotation mark may be missing before it.',
  quoteUnclosed: () => 'A quotation mark opens in this line and is never closed.',
  quoteMisplaced: () =>
    'A quotation mark stands in the middle of a field. Double it, or put the whole field in quotation marks.',
  nulByte: () => 'The line holds a NUL byte; the file may be damaged.',
  columnCount: (value: string) =>
    `The line has ${value.split('/')[0]} columns where the header has ${value.split('/')[1]}. Is a comma missing, or not in quotation marks?`,
  emailInvalid: (value: string) =>
    value ? `"${value}" is not a whole mail address.` : 'The mail address is missing.',
  emailTooLong: () => 'The mail address is longer than 254 characters.',
  emailTwice: (value: string) => `This mail address stands in line ${value} already.`,
  nameTooLong: () => 'The name is longer than 120 characters.',
  teamEmpty: () => 'The team is missing.',
  teamNameTooLong: (value: string) => `A team's name is longer than 80 characters: ${value}`,
  teamTooDeep: (value: string) => `The team path has more than 12 levels: ${value}`,
  teamWithinItself: (value: string) => `A team would lie within itself: ${value}`,
  teamUnknown: (value: string) => `The team "${value}" to be led is nobody's team in this file.`,
  roleUnknown: (value: string) => `"${value}" is no role. Use member, manager, facilitator or admin.`,
  answersUnknown: (value: string) => `"${value}" is neither yes nor no.`,
  noAdministrator: () => 'Nobody would be left as administrator. Give at least one person the role admin.',
}
