import type { Messages } from '../messages/catalogues.ts'

export interface Measure {
  id: string
  /** Null for what is ready-made: its name is in the catalogue. */
  name: string | null
  unit: keyof Messages['figures']['units']
}

export function measureName({ id, name }: Pick<Measure, 'id' | 'name'>, { figures }: Messages): string {
  const readyMade: Record<string, string> = figures.measures
  return name ?? readyMade[id] ?? id
}
