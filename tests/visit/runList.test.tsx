// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import type { Run } from '../../src/visit/paper.ts'
import { ROWS, RunList } from '../../src/visit/RunList.tsx'
import type { Book } from '../../src/visit/run.store.ts'
import { KEEPING_WORDS, RUN_PAPER_WORDS, RUN_WORDS } from '../../src/visit/runWords.ts'
import type { VisitPage } from '../../src/visit/visit.ts'
import { CHECKLIST, HOSTILE, runOf } from './papers.ts'

const page: VisitPage = {
  lang: 'en',
  words: RUN_WORDS.en,
  keeping: KEEPING_WORDS.en,
  paper: RUN_PAPER_WORDS,
  checklist: CHECKLIST,
  handbook: '/en/handbook/',
  formSteps: []
}
const bookOf = (runs: readonly Run[]): Book => ({ runs: new Map(runs.map(run => [run.id, run])), whole: true, unreadable: 0, saved: 'yes' })
const done = (id: number) => runOf(`${id}`, { order: `order-${id}`, entries: [{ type: 'finished', id: 'f', at: id }] })
afterEach(cleanup)

test('of a thousand runs a few dozen rows are rendered, and more when they are asked for', () => {
  const { container, getByText } = render(<RunList book={bookOf(Array.from({ length: 1000 }, (_, id) => done(id)))} page={page} />)
  const rows = () => container.querySelectorAll('.runs li').length
  expect(rows()).toBe(ROWS)
  fireEvent.click(getByText(`Show ${ROWS} more`))
  expect(rows()).toBe(2 * ROWS)
  fireEvent.input(container.querySelector('[type=search]') as Element, { target: { value: 'order-99' } })
  expect(rows()).toBe(11)
  expect(container.querySelector('[role=status].hush')?.textContent).toBe('11 found')
  fireEvent.input(container.querySelector('[type=search]') as Element, { target: { value: 'nowhere' } })
  expect(rows()).toBe(0)
})

test('hostile texts are shown as they are, and make no element', () => {
  const plain = render(<RunList book={bookOf([runOf('x', { customer: 'plain' })])} page={page} />).container.querySelectorAll('*').length
  cleanup()
  for (const text of HOSTILE) {
    const { container } = render(<RunList book={bookOf([runOf('x', { order: text, customer: text })])} page={page} />)
    expect([...container.querySelectorAll('bdi')].map(({ textContent }) => textContent)).toEqual([text, text])
    expect(container.querySelectorAll('*')).toHaveLength(plain)
    cleanup()
  }
})
