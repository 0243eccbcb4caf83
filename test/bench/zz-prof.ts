import { readFileSync } from 'node:fs'
import { newSignInLink } from '#server/access/access.ts'
import { buildApp } from '#server/app.ts'
import { Visitor } from '/tmp/wt/scale/test/helpers/app.ts'
import { openContext } from '/tmp/wt/scale/test/bench/company.ts'
const context = await openContext('/tmp/scale-data')
const app = await buildApp(context, {})
const { manager, ids } = JSON.parse(readFileSync('/tmp/scale-data/seeded.json','utf8'))
const visitor = new Visitor(app)
const link = await newSignInLink(context, manager)
await visitor.post(new URL(link!, context.config.PUBLIC_URL).pathname, {})
let path = process.argv[2]!
for (const [n, id] of Object.entries(ids)) path = path.replace('<' + n + '>', id as string)
for (let n = 0; n < 60; n++) { const b = performance.now(); await visitor.get(path, { accept: 'text/html' }); if (n % 20 === 19) console.log((performance.now() - b).toFixed(1)) }
console.log(process.memoryUsage().rss / 1e6, process.memoryUsage().heapUsed/1e6)
process.exit(0)
