import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Where a language is written out: the speeches, their catalogues, and the room that writes the English of questions. */
const allowed =
  /^(views\/speech\.ts|views\/messages\/|public\/answering\/(speech|messages\.en|loader-messages\.en)\.ts|server\/questionnaire\/|server\/results\/published-round\.ts)/
const writtenOut =
  /Intl\.(DateTime|Number|RelativeTime|List|Duration)Format|Intl\.PluralRules|\.toLocale\w+\(|\.text\.en\b|\ben-GB\b/

test('formats and the words of a question are had from a speech', () => {
  const sources = execFileSync('git', ['ls-files', 'server', 'views', 'public'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(tsx?|js)$/.test(file) && !/^public\/(build\/|token\.js$)/.test(file))
  const found = sources.filter((file) => writtenOut.test(readFileSync(file, 'utf8')))
  expect(found.filter((file) => !allowed.test(file))).toEqual([])
  expect(found).toContain('views/speech.ts')
})
