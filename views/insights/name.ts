import { useWording } from '../setting.ts'
import type { Series } from './figures.ts'

/** What a question is called wherever its answers are shown: by its good end, as the questionnaire names it. */
export function useName(): (series: Pick<Series, 'question'>) => string {
  const said = useWording()
  return ({ question }) => {
    const { name, question: wording } = said(question.text)
    return name ?? wording
  }
}
