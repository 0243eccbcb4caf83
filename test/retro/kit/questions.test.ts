import { expect, test } from 'vitest'
import { library } from '#server/questionnaire/library.ts'
import { pulse } from '#server/questionnaire/pulse.ts'
import { turns } from '#server/questionnaire/rotating.ts'
import { kit } from '#views/messages/en/kit.ts'

test('every question that can become a topic has an open question of its own for the retro', () => {
  const general = kit.question('a-question-of-ones-own', 'change')
  const without = [...pulse, ...turns.flat(), ...library].filter(
    ({ id, kind }) => kind === 'scale' && kit.question(id, 'change') === general,
  )
  expect(without.map(({ id }) => id)).toEqual([])
})
