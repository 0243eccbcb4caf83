import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forMysql, statements } from '#server/figures/connectors/lake-statements.ts'
import { deliveryOf } from '#server/figures/figures.ts'
import { teamIds } from '../../helpers/pages.ts'
import { company, connect, sleep, sourceOf, tried, visit, type Company } from './company.ts'

/** The tables DevLake documents, with what it keeps of persons beside what is asked for. */
const schema = `
  create table project_mapping (project_name text, "table" text, row_id text);
  create table project_pr_metrics (id text, project_name text, first_commit_sha text, pr_coding_time bigint,
    first_review_id text, pr_pickup_time bigint, pr_review_time bigint, deployment_commit_id text,
    pr_deploy_time bigint, pr_cycle_time bigint);
  create table cicd_deployment_commits (id text, cicd_scope_id text, cicd_deployment_id text, name text, result text,
    status text, environment text, created_date timestamptz, started_date timestamptz, finished_date timestamptz,
    commit_sha text, commit_msg text, repo_url text);
  create table project_incident_deployment_relationships (id text, project_name text, deployment_id text);
  create table incidents (id text, title text, creator_name text, assignee_name text, created_date timestamptz,
    resolution_date timestamptz, lead_time_minutes bigint);
  create table _tool_copilot_user_metrics (user_login text, day date);
  insert into project_mapping values ('pay', 'cicd_scopes', 'scope-1'), ('pay', 'repos', 'scope-1');
  insert into cicd_deployment_commits
    select 'dc' || n, 'scope-1', 'd' || n, 'deploy', 'SUCCESS', 'DONE', 'PRODUCTION', at, at, at, 'sha' || n, '', ''
    from (values (1, timestamptz '2026-10-02 10:00Z'), (2, '2026-10-09 10:00Z'), (3, '2026-10-09 14:00Z'),
      (4, '2026-10-20 10:00Z'), (5, '2026-09-20 10:00Z')) as made(n, at);
  insert into cicd_deployment_commits values
    ('dcx', 'scope-1', 'd1', 'deploy', 'SUCCESS', 'DONE', 'PRODUCTION', null, null, '2026-10-02 09:00Z', 'shax', '', ''),
    ('dcy', 'scope-1', 'dy', 'deploy', 'SUCCESS', 'DONE', 'STAGING', null, null, '2026-10-03 09:00Z', 'shay', '', '');
  insert into project_pr_metrics values
    ('pr1', 'pay', '', 1, '', 60, 30, 'dc1', 5, 600), ('pr2', 'pay', '', 1, '', 180, 30, 'dc2', 5, 1800),
    ('pr3', 'pay', '', 1, '', null, 30, 'dc4', 5, 1200), ('pr4', 'other', '', 1, '', 9, 9, 'dc1', 9, 9);
  insert into incidents values ('i1', 'Down', 'SENTINEL-PERSON', 'SENTINEL-PERSON', '2026-10-09 11:00Z', '2026-10-09 15:00Z', 240);
  insert into project_incident_deployment_relationships values ('i1', 'pay', 'd2');`

test('what is asked of a DevLake is three fixed questions, and none of them names a person or the tables of who used what', () => {
  expect(Object.keys(statements)).toEqual(['changes', 'deployments', 'incidents'])
  const tables = Object.values(statements).flatMap((text) =>
    [...text.matchAll(/(?:from|join) (\w+)/g)].map(([, table]) => table),
  )
  expect([...new Set(tables)].sort()).toEqual([
    'cicd_deployment_commits',
    'incidents',
    'project_incident_deployment_relationships',
    'project_mapping',
    'project_pr_metrics',
  ])
  for (const text of Object.values(statements))
    expect(text).not.toMatch(
      /_tool_|copilot|claude|q_dev|cursor|author|creator|assignee|user|account|email|title|\*/i,
    )
})

test('for MySQL the same is asked in its own quotes, with each value in its place', () => {
  const { text, values } = forMysql(statements.incidents, ['pay', 'from', 'to'])
  expect(values).toEqual(['pay', 'from', 'to', 'from', 'to'])
  expect(text.match(/\?/g)).toHaveLength(5)
  expect(forMysql(statements.deployments, ['pay', 'from', 'to']).text).toContain('pm.`table`')
  // Reserved there, and not in PostgreSQL.
  for (const text of Object.values(statements))
    expect(text).not.toMatch(/as (change|lead|lag|rank|groups|window)\b/)
})

const server = process.env['DATABASE_URL']

const onPostgres = server ? describe : () => {}

onPostgres('against a database', () => {
  const name = `lake_${randomBytes(6).toString('hex')}`
  const url = new URL(server ?? 'postgres://localhost:5432/')
  const address = () => `postgres://${name}@${url.hostname}:${url.port || 5432}/${name}`
  const asOwner = async (database: string, ...texts: string[]) => {
    const client = new pg.Client({
      connectionString: Object.assign(new URL(url), { pathname: `/${database}` }).href,
    })
    await client.connect()
    for (const text of texts) await client.query(text)
    await client.end()
  }
  let acme: Company

  beforeAll(async () => {
    await asOwner(
      url.pathname.slice(1),
      `create database ${name}`,
      `create role ${name} login password 'SECRET-WORD'`,
    )
    await asOwner(name, schema, `grant select on all tables in schema public to ${name}`)
  })
  afterAll(() => asOwner(url.pathname.slice(1), `drop database ${name} with (force)`, `drop role ${name}`))
  beforeEach(async () => {
    acme = await company({ Payments: 8 })
    await acme.dana.post('/chat/hosts', { host: new URL(address()).host, internal: 'yes' })
  })
  afterEach(() => acme.safe.stop())

  const form = () => ({ token: 'SECRET-WORD', address: address(), teams: 'pay = Payments' })

  test('all five delivery measures and review time come of a month of a project', async () => {
    await connect(acme.dana, 'devlake', form())
    expect(await tried(acme.dana, 'devlake')).toBeNull()
    sleep(acme.safe, 3)
    await visit(acme.safe.context)
    expect(await sourceOf(acme.dana, 'devlake')).toMatchObject({ month: '2026-10', fault: null })
    const id = (await teamIds(acme.safe)).get('Payments')!
    const all = await deliveryOf(acme.safe.context.store.read, id, { from: '2026-10', to: '2026-10' })
    const figures = Object.fromEntries(
      all.map(({ measure, value, standsFor }) => [measure, [value, standsFor]]),
    )
    expect(figures).toEqual({
      'lead-time': [20, 3],
      'review-time': [2, 2],
      'deployment-frequency': [Number(((4 * 7) / 31).toFixed(2)), 4],
      // The second of the ninth broke it, the third ended it.
      'change-fail-rate': [25, 4],
      'rework-rate': [25, 4],
      'recovery-time': [5, 1],
    })
  })

  test('a role that can write is too wide, and a wrong password, a missing table or a strange host say so', async () => {
    await connect(acme.dana, 'devlake', form())
    await asOwner(name, `grant update on incidents to ${name}`)
    expect(await tried(acme.dana, 'devlake')).toBe('tooWide')
    await asOwner(name, `revoke update on incidents from ${name}`, `revoke select on incidents from ${name}`)
    expect(await tried(acme.dana, 'devlake')).toBe('tables')
    await asOwner(name, `grant select on incidents to ${name}`)
    const strange = await acme.dana.postJson('/figures/connectors/devlake', {
      ...form(),
      address: 'postgres://a@b.example:5432/lake',
    })
    expect(Object.keys(strange.json().fields)).toEqual(['address'])
  })
})
