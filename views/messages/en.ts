import { access } from './en/access.ts'
import { board } from './en/board.ts'
import { actions as teamActions } from './en/actions.ts'
import { everyPage } from './en/every-page.ts'
import { kit } from './en/kit.ts'
import { insights } from './en/insights.ts'
import { figures } from './en/figures.ts'
import { people } from './en/people.ts'
import { post } from './en/post.ts'
import { refusals } from './en/refusals.ts'
import { results } from './en/results.ts'
import { rounds } from './en/rounds.ts'
import { sample } from './en/sample.ts'

/** Every text a person reads, by place. Another language is another object of this type. */
export const en = {
  ...everyPage,
  refusals,
  access,
  board,
  figures,
  insights,
  kit,
  people,
  post,
  results,
  rounds,
  sample,
  teamActions,
}

export type Messages = typeof en
