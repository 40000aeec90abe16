/** A page is read as headings, components, runs of words and links, each with the line an author sees. */
import { expect, test } from 'vitest'
import type { PageText } from '../../src/authoring/library.ts'
import { readLibrary } from '../../src/authoring/library.ts'
import { elementsOf, headingsOf, outlineOf, propertyOf } from '../../src/authoring/outline.ts'
import { homes, rulesCited, rulesTaught } from '../../src/authoring/page.ts'
import { VALID } from './valid.ts'

function page(...lines: string[]): PageText {
  return { id: 'calls/words', lang: 'en', file: 'content/handbook/en/calls/words.mdx', body: lines.join('\n'), bodyLine: 10 }
}

test('headings give their ids, and lines count from the top of the file', () => {
  const outline = outlineOf(page('## Say **this** [#say]', '', '### Why', '', '## Odd [#Not an id]'))
  expect(headingsOf(outline).map(({ line, depth, text, id }) => [line, depth, text, id])).toEqual([
    [10, 2, 'Say this', 'say'],
    [12, 3, 'Why', undefined],
    [14, 2, 'Odd', 'Not an id']
  ])
})

test('components know what they stand in, on lines of their own and in one line', () => {
  const outline = outlineOf(
    page('<Talk>', '<Line who="a">One</Line>', '<Line who="b">', 'Two', '</Line>', '</Talk>', '', '<Gap>Lost.</Gap>')
  )
  expect(elementsOf(outline).map(({ name, line, inside, empty, inSentence }) => ({ name, line, inside, empty, inSentence }))).toEqual([
    { name: 'Talk', line: 10, inside: [], empty: false, inSentence: false },
    { name: 'Line', line: 11, inside: ['Talk'], empty: false, inSentence: false },
    { name: 'Line', line: 12, inside: ['Talk'], empty: false, inSentence: false },
    { name: 'Gap', line: 17, inside: [], empty: false, inSentence: false }
  ])
  expect(outline.runs.map(({ text, inside }) => [text.trim(), inside.join()])).toEqual([
    ['One', 'Talk,Line'],
    ['Two', 'Talk,Line'],
    ['Lost.', 'Gap']
  ])
})

test('a citation stands in a sentence and takes no words from it', () => {
  const outline = outlineOf(page('Ask first <Cite rule="a.b" /> and then go.'))
  const [cite] = elementsOf(outline, 'Cite')
  expect(cite?.inSentence).toBe(true)
  expect(cite && propertyOf(cite, 'rule')).toBe('a.b')
  expect(outline.runs.map(run => run.text)).toEqual(['Ask first  and then go.'])
})

test('links and images are found in text, tables and definitions', () => {
  const outline = outlineOf(page('| a |', '| --- |', '| [b](/en/) |', '', '![c](/d.png)', '', '[e]: /f/'))
  expect(outline.links).toEqual([
    { line: 12, url: '/en/', image: false },
    { line: 14, url: '/d.png', image: true, alt: 'c' },
    { line: 16, url: '/f/', image: false }
  ])
})

test('a page that MDX refuses has an outline with the reason', () => {
  const outline = outlineOf(page('Fine.', '', '<Gap>', 'Never closed'))
  expect(outline.readable).toBe(false)
  expect(outline.refused).toMatchObject({ kind: 'unclosed-component', line: 12 })
})

test('rules are found without a parser, also on a page with mistakes', () => {
  const broken = page('<Gap>', '<Rule id="a.b" />', "<Rule  id='c.d'/>", '<Cite rule="e.f" /> <Step id="x" rule="g.h">')
  expect(rulesTaught(broken)).toEqual([
    { rule: 'a.b', line: 11 },
    { rule: 'c.d', line: 12 }
  ])
  expect(rulesCited(broken).map(({ rule }) => rule)).toEqual(['e.f', 'g.h'])
})

test('a page is parsed once', () => {
  const once = page('## Once [#once]')
  expect(outlineOf(once)).toBe(outlineOf(once))
})

test('the home of a rule is its card', () => {
  expect([...homes(readLibrary(VALID))]).toEqual([
    ['followup.three-days', { page: 'calls/deadlines', anchor: 'followup.three-days' }],
    ['phrase.dont-know', { page: 'calls/words', anchor: 'phrase.dont-know' }]
  ])
})
