import { systemClock } from '../clock.ts'
import { examine, subjects, type Finding, type Said } from '../operating/operating.ts'
import { speechOf } from '../web/speech.ts'
import { command } from './command.ts'

/** `npm run doctor`: what is wrong with this installation, in sentences. Exit code 1 if anything is. */
await command(async (config) => {
  const { doctor } = speechOf({}, null).t
  const sentences: { [Key in keyof Said]: (detail: Said[Key]) => string } = doctor.sentences
  const sentenceOf = ({ says, detail }: Finding) => sentences[says](detail as never)
  const found = new Map(await examine(config, systemClock.now()))
  for (const subject of subjects)
    for (const finding of found.get(subject) ?? [])
      console.log(doctor.line(doctor.subjects[subject], finding.isWrong, sentenceOf(finding)))
  const wrong = [...found.values()].flat().filter(({ isWrong }) => isWrong).length
  console.log(doctor.verdict(wrong))
  if (wrong > 0) process.exitCode = 1
})
