import { expect, test } from 'vitest'
import type { Page } from '../../src/authoring/library.ts'
import { byDay, changesOf } from '../../src/site/changes.ts'
import { reviewsOf } from '../../src/site/reviews.ts'
import { type Books, inOrder, shelfOf } from '../../src/site/shelf.ts'

const text = (words: string) => ({ zh: words, en: words })

function page(id: string, front: Partial<Page['front']> = {}, lang: Page['lang'] = 'zh'): Page {
  const whole = {
    title: id,
    summary: id,
    owner: 'team',
    revision: 1,
    updated: '2026-11-24',
    reviewed: '2026-11-24',
    reviewEvery: 6,
    changes: [{ date: '2026-11-24', kind: 'material' as const, what: 'First.' }],
    ...front
  }
  return { id, lang, file: `${lang}/${id}.mdx`, front: whole, body: '', bodyLine: 1 }
}

function library(pages: Page[]): Books {
  return {
    topics: [],
    rules: new Map(),
    phrases: [],
    questions: [],
    modules: [],
    paths: [],
    exams: [],
    groups: [
      { id: 'b', title: text('B'), summary: text('B'), pages: ['two', 'missing', 'one'] },
      { id: 'a', title: text('A'), summary: text('A'), pages: ['three'] }
    ],
    checklists: [],
    forms: [],
    synonyms: [],
    ledger: undefined,
    pages
  }
}

const pages = [page('a/three'), page('b/one'), page('b/two'), page('c/unlisted'), page('b/one', {}, 'en')]

test('pages stand in the order of the groups, and only those that are there', () => {
  expect(inOrder(library(pages), 'zh').map(({ page: { id } }) => id)).toEqual(['b/two', 'b/one', 'a/three'])
})

test('the next page may stand in the next group', () => {
  const shelf = shelfOf(library(pages))
  expect(shelf.page('zh', 'b/one')).toMatchObject({ previous: { id: 'b/two' }, next: { id: 'a/three' }, group: { id: 'b' } })
  expect(shelf.page('zh', 'a/three')).not.toHaveProperty('next')
  expect(shelf.page('en', 'b/one')).not.toHaveProperty('previous')
})

test('changes come newest first and are counted from the first', () => {
  const changes = [
    { date: '2026-12-05', kind: 'editorial' as const, what: 'Third.' },
    { date: '2026-12-01', kind: 'material' as const, what: 'Second.' },
    { date: '2026-11-24', kind: 'material' as const, what: 'First.' }
  ]
  const all = changesOf([page('b/two', { changes }), page('b/one')])
  expect(all.map(({ page: { id }, number, what }) => [id, number, what])).toEqual([
    ['b/two', 3, 'Third.'],
    ['b/two', 2, 'Second.'],
    ['b/two', 1, 'First.'],
    ['b/one', 1, 'First.']
  ])
  expect(byDay(all).map(day => [day.date, day.changes.length])).toEqual([
    ['2026-12-05', 1],
    ['2026-12-01', 1],
    ['2026-11-24', 2]
  ])
})

test('a page is overdue the day after its review was due', () => {
  const due = [page('b/one', { reviewed: '2026-05-24' }), page('b/two', { reviewed: '2026-05-23' })]
  const { overdue, upcoming } = reviewsOf(due, '2026-11-24')
  expect(overdue.map(({ page: { id }, due: day }) => [id, day])).toEqual([['b/two', '2026-11-23']])
  expect(upcoming.map(({ page: { id } }) => id)).toEqual(['b/one'])
})
