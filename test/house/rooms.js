/**
 * The rooms of server/, from the ground up. What stands on a floor may import what lies below it, never what stands
 * beside or above it: types included. Plain JavaScript, because the lint reads it too.
 */
export const floors = [
  ['known'],
  ['disclosure'],
  ['storage'],
  ['refusal', 'clock', 'keys', 'config', 'frames', 'under-way'],
  ['log'],
  ['every-minute', 'context', 'secrets'],
  ['files', 'outside'],
  ['audit', 'settings', 'post'],
  ['web'],
  ['access'],
  ['people', 'questionnaire'],
  ['chat'],
  ['rounds'],
  ['calendar', 'answering', 'publishing', 'results', 'figures'],
  ['insights'],
  ['retro'],
  ['retro/actions', 'retro/learnt'],
  ['retro/board', 'retro/issues'],
  ['retro/kit'],
  ['news'],
  ['office'],
  ['operating'],
  ['jobs'],
  ['sample'],
  ['app'],
  ['commands', 'main'],
  ['compile'],
]

/** Every file of these may be imported; of any other room only its verbs, the file that bears its name. */
export const open = ['disclosure', 'storage', 'web', 'files', 'retro']

/** The file of a room's verbs, where it is not called as the room is. */
export const verbs = { 'retro/board': 'boards' }

/** Who inserts ballots, and who reads and deletes them. */
export const ballots = ['answering', 'publishing']

/** The files of a room that know pages and requests. */
export const edge = /(^|\/)([a-z-]+-)?routes\.ts$|(^|\/)(letters|announcements)\.ts$/

/** The files in which views declare what they show: the verbs that return it name it by that type. */
export const props = /^views\/.*\/([a-z-]+-)?props\.ts$/
