import type { FaultCode } from '../storage/schema/roster-imports.ts'

export interface Fault<Code extends string = FaultCode> {
  line: number
  fault: Code
  value?: string | undefined
}

export type Report = (fault: FaultCode, value?: string) => void

/** Thrown where a file cannot be read any further. */
export class Unreadable extends Error {
  constructor(readonly faults: Fault[]) {
    super(faults.map(({ fault }) => fault).join(', '))
  }
}

const mostFaultsKept = 1000
const longestValue = 200

/** Counts every fault, keeps the first thousand. */
export class Faults<Code extends string = FaultCode> {
  count = 0
  readonly #kept: Fault<Code>[] = []

  add({ line, fault, value }: Fault<Code>) {
    this.count += 1
    if (this.#kept.length >= mostFaultsKept) return
    this.#kept.push(value === undefined ? { line, fault } : { line, fault, value: shortened(value) })
  }

  /** What ended the reading is kept, whatever else has to give way. */
  end(faults: Fault<Code>[]) {
    this.#kept.splice(mostFaultsKept - faults.length)
    for (const fault of faults) this.add(fault)
  }

  get inOrder(): Fault<Code>[] {
    return this.#kept.toSorted((one, other) => one.line - other.line)
  }
}

function shortened(value: string): string {
  return value.length > longestValue ? `${value.slice(0, longestValue).toWellFormed()}…` : value
}
