import { useWording } from '../setting.ts'

interface Named {
  question: { text: { en: { question: string; name?: string } } }
}

/** What a question is called wherever its answers are shown: by its good end, as the questionnaire names it. */
export function useName(): (series: Named) => string {
  const said = useWording()
  return ({ question }) => {
    const { name, question: wording } = said(question.text)
    return name ?? wording
  }
}
