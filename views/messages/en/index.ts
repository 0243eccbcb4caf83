import { access } from './access.ts'
import { board } from './board.ts'
import { chat } from './chat.ts'
import { actions as teamActions } from './actions.ts'
import { calendar } from './calendar.ts'
import { everyPage } from './every-page.ts'
import { doctor } from './doctor.ts'
import { exercises } from './exercises.ts'
import { kit } from './kit.ts'
import { issues } from './issues.ts'
import { learnt } from './learnt.ts'
import { insights } from './insights.ts'
import { figures } from './figures.ts'
import { ownLink } from './own-link.ts'
import { people } from './people.ts'
import { post } from './post.ts'
import { refusals } from './refusals.ts'
import { results } from './results.ts'
import { rounds } from './rounds.ts'
import { sample } from './sample.ts'

/** Every text a person reads, by place. */
export const en = {
  ...everyPage,
  refusals,
  access,
  board,
  calendar,
  chat,
  doctor,
  exercises,
  figures,
  insights,
  kit,
  issues,
  learnt,
  ownLink,
  people,
  post,
  results,
  rounds,
  sample,
  teamActions,
}
