/** What is less likely than this, against the likeliest, is left out: no verdict turns on it. */
const negligible = 1e-25

/** Chances of 0 to n, built outwards from the likeliest so that nothing overflows. */
export function binomial(n: number, share: number): Float64Array {
  const chances = new Float64Array(n + 1)
  const peak = Math.min(n, Math.floor((n + 1) * share))
  const odds = share / (1 - share)
  let sum = (chances[peak] = 1)
  for (let k = peak; k < n && chances[k]! > negligible; k++)
    sum += chances[k + 1] = ((chances[k]! * (n - k)) / (k + 1)) * odds
  for (let k = peak; k > 0 && chances[k]! > negligible; k--)
    sum += chances[k - 1] = (chances[k]! * k) / (n - k + 1) / odds
  for (let k = 0; k <= n; k++) chances[k]! /= sum
  return chances
}
