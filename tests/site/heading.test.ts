import { expect, test } from 'vitest'
import { outlineOf, splitHeading } from '../../src/site/heading.ts'

test('a heading loses its id mark and keeps its title', () => {
  expect(splitHeading('复测：让用户看见 [#prove-fix]')).toEqual({ id: 'prove-fix', title: '复测：让用户看见' })
  expect(splitHeading('The <em>retest</em> [#prove-fix]')).toEqual({ id: 'prove-fix', title: 'The <em>retest</em>' })
})

test('brackets that are no id stay in the title', () => {
  expect(splitHeading('Steps [A] and [B]')).toEqual({ id: undefined, title: 'Steps [A] and [B]' })
})

test('the outline lists second-level headings by their own ids', () => {
  const headings = [
    { depth: 2, slug: 'steps-steps', text: 'Steps [#steps]' },
    { depth: 3, slug: 'detail', text: 'Detail [#detail]' },
    { depth: 2, slug: 'why', text: 'Why' }
  ]
  expect(outlineOf(headings)).toEqual([
    { id: 'steps', title: 'Steps' },
    { id: 'why', title: 'Why' }
  ])
})
