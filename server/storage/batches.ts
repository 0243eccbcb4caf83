/** Rows in portions that stay under what one statement may carry. */
export function* inBatches<T>(rows: T[], rowsAtOnce = 500): Generator<T[]> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) yield rows.slice(start, start + rowsAtOnce)
}
