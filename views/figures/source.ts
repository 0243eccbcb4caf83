import type { Messages } from '../messages/catalogues.ts'

/** A vendor by its name; what an administrator named stands for itself. */
export function sourceName({ figures }: Messages, source: string): string {
  const known: Record<string, string> = figures.sources
  return known[source] ?? source
}
