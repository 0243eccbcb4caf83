/** What drizzle's builders have in common; PostgreSQL keeps a statement under its name, SQLite needs none. */
interface Built<Query> {
  prepare(name?: string): Query
}

/**
 * A query that is built once for each handle it runs on, and run with placeholders: building one takes longer than
 * running a small one. Only for the few that every respondent or
 * every page causes.
 */
export function preparedOn<Handle extends object, Query>(
  name: string,
  build: (handle: Handle) => Built<Query>,
): (handle: Handle) => Query {
  const prepared = new WeakMap<Handle, Query>()
  return (handle) => {
    const query = prepared.get(handle) ?? build(handle).prepare(name)
    prepared.set(handle, query)
    return query
  }
}
