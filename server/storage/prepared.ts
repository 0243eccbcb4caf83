/**
 * A query that is built once for each handle it runs on, and run with placeholders: building one takes longer than
 * running a small one. Only for the few that every respondent causes. In a transaction of PostgreSQL's the handle is
 * new each time, and so is the query.
 */
export function preparedOn<Handle extends object, Query>(
  build: (handle: Handle) => Query,
): (handle: Handle) => Query {
  const built = new WeakMap<Handle, Query>()
  return (handle) => {
    const query = built.get(handle) ?? build(handle)
    built.set(handle, query)
    return query
  }
}
