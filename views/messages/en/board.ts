import { cards, votes } from './board/counts.ts'
import { list } from './board/list.ts'
import { join } from './board/join.ts'
import { seat } from './board/seat.ts'
import { news } from './board/news.ts'
import { screen } from './board/screen.ts'
import { decide } from './board/decisions.ts'
import { ending } from './board/ending.ts'
import { record } from './board/record.ts'
import { checkIns } from './board/checkins.ts'
import { discussing } from './board/discussing.ts'
import { moving, suggestion } from './board/grouping.ts'
import { room } from './board/room.ts'
import { scale, worth } from './board/scale.ts'

export const board = {
  stages: {
    arrive: 'Arrive',
    write: 'Write',
    group: 'Group',
    vote: 'Vote',
    discuss: 'Discuss',
    decide: 'Decide',
    ended: 'Ended',
  },
  cards,
  votes,
  /** Of a board that begins with a template. */
  columns: {
    ai: ['AI helped', 'AI hurt', 'We could try'],
    plain: ['Went well', 'Did not go well', 'We could try'],
    start: ['Start', 'Stop', 'Continue'],
    learned: ['Liked', 'Learned', 'Lacked', 'Longed for'],
    sailboat: [
      'Wind: what carries us',
      'Anchor: what holds us back',
      'Rocks: what may hit us',
      'Island: where we want to be',
    ],
  },
  list,
  join,
  seat,
  news,
  ...screen,
  decide,
  ending,
  record,
  checkIns,
  room,
  scale,
  worth,
  discussing,
  suggestion,
  moving,
  connection: {
    lost: 'The connection is lost. This page connects again by itself; what you typed stays.',
    resting: 'Nothing has happened for a while, so this page rests. Touch it to go on.',
    kept: 'Not sent, and kept on this device alone:',
    unsent: 'Not sent yet: the connection is lost. It is sent as soon as it is back.',
  },
}
