/** What a map holds for a key that it was made with. Where it holds nothing, what made it is at fault. */
export function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  if (value === undefined) throw new Error(`Nothing is known of ${String(key)}.`)
  return value
}
