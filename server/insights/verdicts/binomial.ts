/** What is less likely than this, against the likeliest, is left out: no verdict turns on it. */
const negligible = 1e-25

/** Chances of 0 to n, built outwards from the likeliest so that nothing overflows. */
export function binomial(n: number, share: number): Float64Array {
  const chances = new Float64Array(n + 1)
  const peak = Math.min(n, Math.floor((n + 1) * share))
  const odds = share / (1 - share)
  let sum = (chances[peak] = 1)
  for (let k = peak, chance = 1; k < n && chance > negligible; k++)
    sum += chances[k + 1] = chance = ((chance * (n - k)) / (k + 1)) * odds
  for (let k = peak, chance = 1; k > 0 && chance > negligible; k--)
    sum += chances[k - 1] = chance = (chance * k) / (n - k + 1) / odds
  return chances.map((chance) => chance / sum)
}
