/** The same answers give the same marks wherever they are marked: at build, in a page of either language, in a console. */
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLibrary } from '../../src/authoring/library.ts'
import { LANGS } from '../../src/lang/text.ts'
import { LASTING, MARKERS, possibleOf, score, validate } from '../../src/quiz/markers.ts'
import { KINDS, type Question } from '../../src/quiz/question.ts'
import { scoreWith } from '../../src/quiz/score.ts'
import { shown } from '../../src/quiz/shown.ts'

const { questions, phrases } = readLibrary(join(import.meta.dirname, '../..'))
const around = { ruleOf: (id: string) => ({ id, name: id, href: '/' }), phrases }

/** The words that answers to a question are made of: its ids, alone and in pairs, what can be typed, and anything else. */
function responsesTo(question: Question): fc.Arbitrary<string[]> {
  const ids = [...LASTING[question.kind].ids(question)]
  const others = [
    ...('groups' in question ? question.groups : []).map(({ id }) => id),
    ...('gaps' in question ? question.gaps : []).map(({ id }) => id),
    ...('reasons' in question ? question.reasons : [])
  ]
  const words = [...ids, ...others, 'nobody']
  const pair = fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map(([a, b]) => `${a}=${b}`)
  const typed = fc.constantFrom(...('answer' in question ? [question.answer] : []), '12', '今天下午我去查，三点前回您电话', 'I don’t know')
  const entry = fc.oneof(fc.constantFrom(...words), pair, typed, fc.string())
  return fc.oneof(fc.array(entry, { maxLength: 12 }), fc.shuffledSubarray(ids))
}

test.each(KINDS)('%s: page, build and console agree on every question of the bank', kind => {
  const asked = questions.filter(question => question.kind === kind)
  expect(asked.length).toBeGreaterThan(0)
  for (const question of asked) {
    const full = question.kind === 'reply' ? { ...question, phrases } : question
    const pages = LANGS.map(lang => JSON.parse(JSON.stringify(shown(question, lang, around))))
    fc.assert(
      fc.property(responsesTo(question), response => {
        const mark = score(full, response)
        expect(mark.earned >= 0 && mark.earned <= mark.possible && Number.isInteger(mark.earned)).toBe(true)
        expect(mark.possible).toBe(possibleOf(question))
        for (const page of pages) {
          expect(scoreWith(MARKERS[kind], page, response)).toEqual(mark)
          expect(validate(page, response)).toBe(validate(full, response))
        }
      }),
      { numRuns: 20 }
    )
  }
})

test('every kind is asked in at least three modules', () => {
  const modules = (kind: Question['kind']) => new Set(questions.filter(question => question.kind === kind).map(({ module }) => module)).size
  expect(KINDS.filter(kind => modules(kind) < 3)).toEqual([])
})
