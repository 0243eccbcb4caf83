/** One thing that is measured, under its name without the prefix; `_total` ends the name of what only grows. */
export interface Measured {
  name: string
  help: string
  /** A value for each set of labels. */
  values: [labels: Record<string, string>, value: number][]
}

export const one = (name: string, help: string, value: number | boolean): Measured => ({
  name,
  help,
  values: [[{}, Number(value)]],
})

/** By the label `by`. */
export const each = (
  name: string,
  help: string,
  by: string,
  values: [of: string, value: number | boolean][],
): Measured => ({ name, help, values: values.map(([of, value]) => [{ [by]: of }, Number(value)]) })

/**
 * The lowest of a few steps that a value does not pass. What one person more or less would change moves none of them,
 * but where it stood at the edge of one (docs/metrics.md).
 */
export const atMost = (steps: readonly number[], value: number): number =>
  steps.find((step) => value <= step) ?? Infinity
