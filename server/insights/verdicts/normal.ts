const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** P(Z >= z) for z >= 0: the Taylor series near the middle, a continued fraction outside (A&S 26.2.10, 26.2.14). */
export function upperTail(z: number): number {
  return z < 2.5 ? 0.5 - middle(z) : density(z) / fraction(z)
}

/** The z >= 0 with upperTail(z) = p, for p up to 0.5; under 1e-300 it is that of 1e-300. */
export function upperQuantile(p: number): number {
  const aim = Math.log(Math.max(p, 1e-300))
  // The tail is at most exp(-z * z / 2) / 2 and its logarithm concave: Newton's steps come down to z from here.
  let z = Math.sqrt(Math.max(0, -2 * (aim + Math.LN2)))
  for (let step = 1; step > 1e-12; z -= step)
    step = ((aim - Math.log(upperTail(z))) * upperTail(z)) / density(z)
  return z
}

function middle(z: number): number {
  let term = z
  let sum = z
  for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return sum * density(z)
}

function fraction(z: number): number {
  let below = z
  for (let depth = 60; depth > 0; depth--) below = z + depth / below
  return below
}
