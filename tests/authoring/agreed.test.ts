/** What readers agree to on a page: which changes are noticed, and which of them ask again. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { agreedOf, askedOn, textHash } from '../../src/authoring/agreed.ts'
import { check } from '../../src/authoring/check.ts'
import { ledgerOf, toFile } from '../../src/authoring/ledger.ts'
import { readLibrary } from '../../src/authoring/library.ts'
import { copyOf, remove, TODAY } from './valid.ts'

let root = ''
beforeEach(() => {
  root = copyOf()
  for (const lang of ['zh', 'en']) edit(`handbook/${lang}/calls/words.mdx`, 'related:', 'acknowledge: true\nrelated:')
  updateLedger()
})
afterEach(() => remove(root))

function edit(file: string, from: string, to: string): void {
  const path = join(root, 'content', file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

function updateLedger(): void {
  const library = readLibrary(root)
  writeFileSync(join(root, 'content/ledger.json'), toFile(ledgerOf(library, library.ledger)))
}

function change(kind: 'material' | 'editorial', revision: number): void {
  for (const lang of ['zh', 'en']) {
    const file = `handbook/${lang}/calls/words.mdx`
    edit(file, 'changes:\n', `changes:\n  - { date: 2026-11-24, kind: ${kind}, what: ${lang === 'en' ? 'Said anew.' : '改了说法。'} }\n`)
    edit(file, /revision: \d/.exec(readFileSync(join(root, 'content', file), 'utf8'))?.[0] ?? '', `revision: ${revision}`)
  }
  edit('handbook/en/calls/words.mdx', 'asks no more', 'never asks again')
}

const kinds = () => check(readLibrary(root), TODAY).map(({ kind }) => kind)

function asked(lang = 'en') {
  const library = readLibrary(root)
  const page = library.pages.find(one => one.lang === lang && one.id === 'calls/words')
  if (!page) throw new Error('There is no such page')
  return { ...askedOn(page, library), text: textHash(page, library) }
}

test('a material change with a raised revision asks every reader again', () => {
  expect(asked()).toMatchObject({ revision: 1, since: 1 })
  change('material', 2)
  expect(asked()).toMatchObject({ revision: 2, since: 2 })
  expect(kinds()).toEqual(['ledger-outdated', 'ledger-outdated'])
  updateLedger()
  expect(kinds()).toEqual([])
  expect(asked()).toMatchObject({ revision: 2, since: 2 })
})

test.each([1, 2])('an editorial change asks nobody again (revision %d)', revision => {
  change('editorial', revision)
  expect(asked()).toMatchObject({ revision, since: 1 })
  expect(kinds()).toEqual(['ledger-outdated', 'ledger-outdated'])
  updateLedger()
  expect(kinds()).toEqual([])
  expect(asked()).toMatchObject({ revision, since: 1 })
})

test('an editorial change after a material one keeps what the material one asked for', () => {
  change('material', 2)
  updateLedger()
  edit('handbook/en/calls/words.mdx', 'changes:\n', 'changes:\n  - { date: 2026-11-24, kind: editorial, what: A comma. }\n')
  edit('handbook/en/calls/words.mdx', 'revision: 2', 'revision: 3')
  expect(asked()).toMatchObject({ revision: 3, since: 2 })
})

test('a rule or phrase that the page shows is part of its text, in the page’s language only', () => {
  const before = { en: asked('en').text, zh: asked('zh').text }
  const file = 'standards/calls.yaml'
  const rule = readLibrary(root).rules.get('phrase.dont-know')
  edit(file, rule?.text.en ?? '', 'Say who will ask, and by when.')
  expect(asked('en').text).not.toBe(before.en)
  expect(asked('zh').text).toBe(before.zh)
  expect(kinds()).toContain('text-changed')
})

test('exercises and the space between words are no part of it', () => {
  const before = asked().text
  edit('handbook/en/calls/words.mdx', '<Practice module="speech" pick="say-pool" />', '')
  edit('handbook/en/calls/words.mdx', 'Who hears', 'Who\n  hears')
  expect(asked().text).toBe(before)
})

test('a page that stops asking keeps its line in the ledger, so its numbers go on', () => {
  for (const lang of ['zh', 'en']) edit(`handbook/${lang}/calls/words.mdx`, 'acknowledge: true\n', '')
  updateLedger()
  const library = readLibrary(root)
  expect(Object.keys(library.ledger?.pages ?? {})).toEqual(['en/calls/words', 'zh/calls/words'])
  const [page] = library.pages
  expect(page && askedOn(page, library)).toBeUndefined()
  expect(page && agreedOf(page, library, undefined).since).toBe(page?.front.revision)
})
