/** The real handbook: complete, in order, and with keys that form does not give away. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/authoring/check.ts'
import { ledgerOf, toFile } from '../../src/authoring/ledger.ts'
import { readLibrary } from '../../src/authoring/library.ts'
import { toLines } from '../../src/authoring/problem.ts'
import { LANGS } from '../../src/lang/text.ts'
import { summaryOf } from '../../src/quiz/bots.ts'
import { botTables, leaks, NEAR } from '../../src/quiz/botTables.ts'
import { learnedGuesses } from '../../src/quiz/learned.ts'
import { hasChoices } from '../../src/quiz/question.ts'
import { seeded, shuffled } from '../../src/quiz/random.ts'

/** Points by which all cues of form together may beat chance on a kind, and how many cuts of the bank are tried. */
const LEARNT = 10
const CUTS = 5

const ROOT = join(import.meta.dirname, '../..')
const library = readLibrary(ROOT)
const today = new Date(Date.now() + 14 * 3600 * 1000).toISOString().slice(0, 10)

test('content is in order', () => {
  const errors = check(library, today).filter(problem => !problem.warning)
  expect(errors.map(toLines)).toEqual([])
})

test('no question waits to enter the ledger, and no translation is older than its other half', () => {
  const waiting = check(library, today).filter(({ kind }) => kind === 'not-in-ledger' || kind === 'translation-stale')
  expect(waiting.map(toLines)).toEqual([])
  expect(readFileSync(join(ROOT, 'content/ledger.json'), 'utf8')).toBe(toFile(ledgerOf(library, library.ledger)))
})

describe('the least that the handbook holds', () => {
  test('60 rules', () => expect(library.rules.size).toBe(60))
  test('120 questions, 40 of them replacements of what must not be said', () => {
    expect(library.questions.length).toBeGreaterThanOrEqual(120)
    expect(library.questions.filter(question => question.kind === 'replace').length).toBeGreaterThanOrEqual(40)
  })
  test('ten modules, and five paths that begin alike', () => {
    expect(library.modules.length).toBeGreaterThanOrEqual(10)
    expect(library.paths.length).toBeGreaterThanOrEqual(5)
  })
  test('every listed page in both languages', () => {
    for (const group of library.groups) {
      for (const slug of group.pages) {
        const halves = library.pages.filter(page => page.id === `${group.id}/${slug}`).map(page => page.lang)
        expect(halves.sort(), `${group.id}/${slug}`).toEqual(['en', 'zh'])
      }
    }
  })
  test('each check draws from at least as many questions as it asks', () => {
    for (const module of library.modules) {
      expect(library.questions.filter(question => question.module === module.id).length, module.id).toBeGreaterThanOrEqual(module.draw)
    }
  })
})

describe('a learner who only looks at the form of a question does no better than chance', () => {
  const names = new Map([...library.rules.values()].map(rule => [rule.id, rule.name]))
  const [whole, ...kinds] = botTables(library.questions, names)
  const rows = (whole?.rows ?? []).filter(({ bot }) => bot !== 'learned')

  test.each(rows.flatMap(row => LANGS.map(lang => [row.bot, lang, row] as const)))('%s in %s is within 5 points', (_, lang, row) => {
    expect(Math.abs(row[lang].difference), `right by its cue on ${row.found[lang].join(', ')}`).toBeLessThanOrEqual(NEAR)
  })

  // The few questions of a kind can't be told from chance to the point: what counts is that chance explains the difference.
  test.each(kinds.map(table => [table.kind, table] as const))('every bot on %s', (kind, table) => {
    const leaking = table.rows
      .filter(({ bot }) => bot !== 'learned')
      .flatMap(row =>
        LANGS.filter(lang => leaks(row[lang], kind)).map(
          lang => `${row.bot} ${lang} +${row[lang].difference.toFixed(1)}: ${row.found[lang].join(', ')}`
        )
      )
    expect(leaking).toEqual([])
  })

  // One way of cutting the bank in ten may flatter it or not, so that several are taken together.
  const chosen = library.questions.filter(hasChoices)
  const cuts = Array.from({ length: CUTS }, (_, cut) => shuffled(chosen, seeded(`cut ${cut}`)))
  describe.each(LANGS)('the bot that learns all cues in %s', lang => {
    const guesses = cuts.flatMap(questions => learnedGuesses(questions, lang))
    test.each(['single', 'multiple', 'replace'] as const)(`beats chance by ${LEARNT} points at most on %s`, kind => {
      const { questions, difference } = summaryOf(guesses.filter(guess => guess.kind === kind))
      expect(questions).toBeGreaterThan(20)
      expect(difference).toBeLessThanOrEqual(LEARNT)
    })
  })
})
