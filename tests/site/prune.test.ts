import { expect, test } from 'vitest'
import { prune, wordsOfScript } from '../../src/site/prune.ts'

const none: ReadonlySet<string> = new Set()
const styled = (css: string, body: string) => `<style>${css}</style>${body}`
const stylesOf = (html: string) => /<style>(.*)<\/style>/s.exec(html)?.[1]

test.each([
  ['keeps a class of the page', '.a{x:y}', '<p class="b a">', '.a{x:y}'],
  ['drops a class that is nowhere', '.a{x:y}.b{x:y}', '<p class="b">', '.b{x:y}'],
  ['keeps what one selector of a list needs', '.a,.b{x:y}', '<p class="b">', '.b{x:y}'],
  ['drops an element that is nowhere', 'table{x:y}p{x:y}', '<p>', 'p{x:y}'],
  ['drops an id that is nowhere', '#a{x:y}#b{x:y}', '<p id="b">', '#b{x:y}'],
  ['looks into layers and media', '@layer s{@media print{.a{x:y}.b{x:y}}}', '<p class="b">', '@layer s{@media print{.b{x:y}}}'],
  ['drops a group that is left empty', '@media print{.a{x:y}}p{x:y}', '<p>', 'p{x:y}'],
  ['keeps page rules, fonts and keyframes', '@page{size:A4}@keyframes k{from{x:y}}', '<p>', '@page{size:A4}@keyframes k{from{x:y}}'],
  [
    'does not judge states, attributes and exclusions',
    'p:not(.a):hover[data-x=".q"]::before{x:y}',
    '<p>',
    'p:not(.a):hover[data-x=".q"]::before{x:y}'
  ],
  ['does not judge alternatives', 'p:is(.a,.b)>:where(i){x:y}', '<p>', 'p:is(.a,.b)>:where(i){x:y}'],
  ['is not misled by braces in a string', '.a::before{content:"}.b{"}.c{x:y}', '<p class="c">', '.c{x:y}']
])('%s', (_, css, body, kept) => {
  expect(stylesOf(prune(styled(css, body), none))).toBe(kept)
})

test('keeps what a script may make', () => {
  const html = styled('.quiz{x:y}progress{x:y}.other{x:y}', '<p>')
  expect(stylesOf(prune(html, wordsOfScript('h("progress",{class:"quiz"})')))).toBe('.quiz{x:y}progress{x:y}')
})

test('keeps what a script inside the page may make', () => {
  expect(stylesOf(prune(`${styled('.late{x:y}', '')}<script>add("late")</script>`, none))).toBe('.late{x:y}')
})
