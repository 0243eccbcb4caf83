import { setTimeout } from 'node:timers/promises'
import { Counter, Gauge, Registry } from 'prom-client'
import type { Context } from '../context.ts'
import type { JobRuns } from '../every-minute.ts'
import { ofProcess } from './of-process.ts'
import { ofStorage } from './of-storage.ts'
import { ofWork } from './of-work.ts'
import type { Measured } from './measured.ts'

/** Milliseconds: whoever scrapes does not wait for a database that hangs. */
const patience = 2000

export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE

/**
 * What may be watched from outside, in Prometheus's text format. The library's own metrics of the process are not among
 * it: CPU, memory, garbage and the event loop move with every answer that is handed in (docs/metrics.md).
 */
export async function metricsOf(context: Context, jobs: JobRuns): Promise<string> {
  const work = await Promise.race([
    ofWork(context).catch(() => null),
    setTimeout(patience, null, { ref: false }),
  ])
  const all = [...ofProcess(context, jobs), ...(await ofStorage(context, work !== null)), ...(work ?? [])]
  const registry = new Registry()
  // Without a value a name would stand there with a nought that was never measured.
  for (const measured of all.filter(({ values }) => values.length > 0)) register(registry, measured)
  return registry.metrics()
}

function register(registry: Registry, { name, help, values }: Measured) {
  const described = {
    name: `safe_to_say_${name}`,
    help,
    labelNames: [...new Set(values.flatMap(([labels]) => Object.keys(labels)))],
    registers: [registry],
  }
  if (name.endsWith('_total')) {
    const counter = new Counter(described)
    for (const [labels, value] of values) counter.inc(labels, value)
  } else {
    const gauge = new Gauge(described)
    for (const [labels, value] of values) gauge.set(labels, value)
  }
}
