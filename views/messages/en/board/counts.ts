import { plural } from '../wording.ts'

export const votes = (n: number) => plural(n, 'vote', 'votes')
export const cards = (n: number) => plural(n, 'card', 'cards')
