/** A question on paper: whoever answers as the key says has answered right, whatever the draw and the kind. */
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readLibrary } from '../../src/authoring/library.ts'
import { LANGS, type Lang } from '../../src/lang/text.ts'
import { score } from '../../src/quiz/markers.ts'
import type { Paper } from '../../src/quiz/paper.ts'
import { paperOf } from '../../src/quiz/papers.ts'
import type { Response } from '../../src/quiz/question.ts'
import { type ShownQuestion, shown } from '../../src/quiz/shown.ts'
import { draw } from '../../src/quiz/spread.ts'
import { type Laid, laidOut } from '../../src/training/laidOut.ts'

const library = readLibrary(fileURLToPath(new URL('../..', import.meta.url)))
const around = { ruleOf: (id: string) => ({ id, name: `rule ${id}`, href: '/' }), phrases: library.phrases }
const bankIn = (lang: Lang) => library.questions.map(question => shown(question, lang, around))
const papersIn = (lang: Lang) =>
  bankIn(lang).flatMap(question => {
    const paper = paperOf(question, lang)
    return paper ? [{ question, paper }] : []
  })

/** The answer of somebody who only sees the sheet and copies the signs of the key: `A C`, `B → A`, `1C 2A`, `(1) B`. */
function copied(question: ShownQuestion, { turns = [] }: Paper, { lists, answer }: Laid): Response {
  const idOf = (sign: string) =>
    [
      ...lists.flatMap(({ entries }) => entries),
      ...turns.flatMap(({ says }) => says.map(({ id, number }) => ({ id, sign: `${number}` })))
    ].find(entry => entry.sign === sign)?.id ?? `no ${sign}`
  const parts = answer.split(/ → |\u2003/)
  switch (question.kind) {
    case 'order':
      return parts.map(idOf)
    case 'match':
    case 'sort':
    case 'mark':
      return parts.map(part => {
        const [, number = '', letter = ''] = /^(\d+)([A-Z])$/.exec(part) ?? []
        return `${idOf(number)}=${idOf(letter)}`
      })
    case 'gap':
      return parts.map(part => {
        const [, place = '', words = ''] = /^\((\d+)\) (.*)$/.exec(part) ?? []
        // Gaps are told by the number that stands in the text.
        const ids = [...question.text.matchAll(/\[([^[\]]*)\]/g)]
          .map(([, id = '']) => id)
          .filter(id => question.gaps.some(gap => gap.id === id))
        return `${ids[Number(place) - 1]}=${lists.some(({ entries }) => entries.some(({ sign }) => sign === part)) ? idOf(part) : words}`
      })
    case 'number':
      return [answer]
    default:
      return parts.map(idOf)
  }
}

test.each(LANGS)('every question but a scenario can be put on paper (%s)', lang => {
  const kinds = new Set(papersIn(lang).map(({ paper }) => paper.kind))
  expect([...kinds].sort()).toEqual(['gap', 'mark', 'match', 'multiple', 'number', 'order', 'replace', 'reply', 'single', 'sort'])
  expect(papersIn(lang)).toHaveLength(library.questions.filter(({ kind }) => kind !== 'scenario').length)
})

test.each(LANGS)('who copies the key of a sheet earns everything (%s)', lang => {
  for (const seed of ['a', 'b', 'c']) {
    for (const { question, paper } of papersIn(lang)) {
      const order = draw([paper], 1, seed).items[0]?.choices ?? []
      const laid = laidOut(paper, order)
      if (question.kind === 'reply') expect(laid.answer).toBe('')
      // A day is told with its weekday, and is not typed so.
      else if (question.kind !== 'number' || question.form !== 'date')
        expect(score(question, copied(question, paper, laid)).state, `${question.id}: ${laid.answer}`).toBe('right')
    }
  }
})

test.each(LANGS)('nothing on a sheet is empty or undefined (%s)', lang => {
  for (const { paper } of papersIn(lang)) {
    const texts = [paper.situation, paper.ask, ...paper.reasons.map(({ text, label = '' }) => label + text)]
    const listed = [...(paper.lists ?? []).flatMap(({ entries }) => entries), ...(paper.turns ?? []).flatMap(({ says }) => says)]
    expect(
      [...texts, ...listed.map(({ text }) => text)].filter(text => !text.trim() || /undefined|\{\w+\}/.test(text)),
      paper.id
    ).toEqual([])
  }
})

test('steps never stand in their right order, and are explained in it', () => {
  for (const { question, paper } of papersIn('en')) {
    if (question.kind !== 'order') continue
    const { lists, reasons } = laidOut(paper, draw([paper], 1, 'seed').items[0]?.choices ?? [])
    const right = question.items.map(({ id }) => id)
    expect(lists[0]?.entries.map(({ id }) => id)).not.toEqual(right)
    expect(reasons.flatMap(({ of }) => of ?? [])).toEqual(right)
  }
})

test('the same draw has the same letters in both languages', () => {
  const lettersIn = (lang: Lang) =>
    papersIn(lang)
      // The gaps of a text may stand in another order in the other language.
      .filter(({ paper }) => paper.kind !== 'gap' && paper.kind !== 'number')
      .map(({ paper }) => [paper.id, laidOut(paper, draw([paper], 1, 'seed').items[0]?.choices ?? []).answer])
  expect(lettersIn('zh')).toEqual(lettersIn('en'))
})
