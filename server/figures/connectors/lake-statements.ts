/**
 * All that is ever asked of a DevLake database: each of one project, and of a month by the last two values. None
 * names a person, and none a table in which DevLake keeps who used what. `$1` is written `?` for MySQL, and `"table"`
 * in its own quotes.
 */
export const statements = {
  /** Minutes from the first commit to the deployment, and from opening to the first review. */
  changes: `select distinct ppm.id as changed, ppm.pr_cycle_time as lead_minutes, ppm.pr_pickup_time as wait_minutes
    from project_pr_metrics ppm
    join cicd_deployment_commits cdc on cdc.id = ppm.deployment_commit_id
    where ppm.project_name = $1 and cdc.finished_date >= $2 and cdc.finished_date < $3`,
  deployments: `select cdc.cicd_deployment_id as deployment, max(cdc.finished_date) as finished
    from cicd_deployment_commits cdc
    join project_mapping pm on cdc.cicd_scope_id = pm.row_id and pm."table" = 'cicd_scopes'
    where pm.project_name = $1 and cdc.result = 'SUCCESS' and cdc.environment = 'PRODUCTION'
    group by cdc.cicd_deployment_id
    having max(cdc.finished_date) >= $2 and max(cdc.finished_date) < $3`,
  /** Incidents that came of a deployment: those that deployment was finished in the month, and those resolved in it. */
  incidents: `select i.id as incident, pim.deployment_id as deployment, max(cdc.finished_date) as finished,
      i.created_date as created, i.resolution_date as resolved
    from project_incident_deployment_relationships pim
    join incidents i on i.id = pim.id
    join cicd_deployment_commits cdc on cdc.cicd_deployment_id = pim.deployment_id
    where pim.project_name = $1 and cdc.result = 'SUCCESS' and cdc.environment = 'PRODUCTION'
    group by i.id, pim.deployment_id, i.created_date, i.resolution_date
    having (max(cdc.finished_date) >= $2 and max(cdc.finished_date) < $3)
      or (i.resolution_date >= $2 and i.resolution_date < $3)`,
} as const

export type Statement = keyof typeof statements

/** With the values repeated, as MySQL takes them by their place. */
export function forMysql(text: string, values: unknown[]): { text: string; values: unknown[] } {
  const inPlace: unknown[] = []
  const written = text.replaceAll('"table"', '`table`').replace(/\$(\d)/g, (_, number) => {
    inPlace.push(values[Number(number) - 1])
    return '?'
  })
  return { text: written, values: inPlace }
}
