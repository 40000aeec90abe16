/**
 * Takes an English word back to what its forms have in common. Cruder than Porter’s, and enough: both sides of a
 * comparison go through it, and a typo is forgiven later.
 */
const VOWEL = /[aeiouy]/

function withoutEnding(word: string): string {
  if (word.length < 4) return word
  if (/eed$/.test(word)) return word.slice(0, -1)
  if (/ies$|ied$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2)
  if (/[^su]s$/.test(word)) return withoutEnding(word.slice(0, -1))
  for (const ending of ['ingly', 'edly', 'ing', 'ed', 'ly']) {
    const rest = word.slice(0, -ending.length)
    if (word.endsWith(ending) && rest.length > 2 && VOWEL.test(rest)) return rest
  }
  return word
}

/** `signing`, `signed` and `signs` are `sign`; `agreed` is `agre`, and so is `agree`. */
export function stem(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word
  const root = withoutEnding(word)
  if (root.length < 4) return root.replace(/([^aeiou])\1$/, '$1')
  return root.replace(/e$/, '').replace(/([^aeiou])\1$/, '$1')
}
