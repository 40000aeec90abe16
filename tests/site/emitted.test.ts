/** A page names the search box, and what keeps the offline copy, by the addresses that the build gave them. */
import { expect, test } from 'vitest'
import { LANGS } from '../../src/lang/text.ts'
import { SEARCH_WORDS } from '../../src/search/words.ts'
import { emittedAddress, placeOf, withEmitted } from '../../src/site/emitted.ts'
import { BADGES, wordsIn } from '../../src/site/words.ts'

const PAGE = `<button data-search="${placeOf('search')}" data-keep="${placeOf('keep')}"></button>`
const FILES = ['_astro/base.C8Wn84VH.js', '_astro/research.js', '_astro/search.BHrzJAb1.js', '_astro/keep.Dnl4h7u9.js']

test.each(['/', '/handbook/'])('the addresses are put in, below %s too', base => {
  expect(withEmitted(PAGE, FILES, base)).toBe(
    `<button data-search="${base}_astro/search.BHrzJAb1.js" data-keep="${base}_astro/keep.Dnl4h7u9.js"></button>`
  )
})

test('a build without one of them is no build', () => {
  expect(() => withEmitted(PAGE, FILES.slice(0, 3), '/')).toThrow('no script "keep"')
  expect(() => withEmitted(PAGE, FILES.slice(0, 2), '/')).toThrow('no script "search"')
})

test('while pages are written it is the source itself', () => {
  expect(emittedAddress('search', '/', true)).toBe('/src/search/box.island.ts')
})

test.each(LANGS)('a line is called in the box what it is called on its page (%s)', lang => {
  const { kinds } = SEARCH_WORDS[lang]
  const words = wordsIn(lang)
  expect(kinds).toEqual({
    standard: BADGES[lang].standard.label,
    reading: BADGES[lang].reading.label,
    advice: BADGES[lang].advice.label,
    gap: words.lost,
    dont: words.dont,
    say: words.say
  })
})
