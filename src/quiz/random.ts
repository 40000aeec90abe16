/**
 * Chance from a seed. The same seed gives the same numbers for ever: a draw is part of a learner's record, so the
 * generator has a name with a version, and a new generator gets a new name.
 */

/** Numbers in [0, 1). */
export type Random = () => number

/** Four 32-bit words from a seed of any length (MurmurHash3's finaliser over FNV-1a, four times salted). */
function wordsOf(seed: string): [number, number, number, number] {
  const word = (salt: number) => {
    let hash = 0x811c9dc5 ^ salt
    for (let index = 0; index < seed.length; index++) hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return (hash ^ (hash >>> 16)) >>> 0
  }
  return [word(1), word(2), word(3), word(4)]
}

/** Chris Doty-Humphrey's small fast counting generator (PractRand), 128 bits of state, first 12 numbers dropped. */
export function seeded(seed: string): Random {
  let [a, b, c, counter] = wordsOf(seed)
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let index = 0; index < 12; index++) next()
  return next
}

/** A new array in an order that every permutation has the same chance of (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const held = mixed[last] as T
    mixed[last] = mixed[other] as T
    mixed[other] = held
  }
  return mixed
}
