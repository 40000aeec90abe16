/** The sentence that answers, with what was asked for marked; text in, the same text out. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answer, type Marks, mark } from '../../src/search/answer.ts'
import type { Section } from '../../src/search/section.ts'

const section = (lines: Section['lines']): Section => ({ path: 'handbook/a/b/', title: '', page: '', group: '', lines })
const marks = (phrases: string[], tokens: string[] = []): Marks => ({
  phrases: phrases.map(text => ({ text, weight: 1 })),
  tokens: new Set(tokens)
})
const shown = (text: string, by: Marks) =>
  mark(text, by)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join('')

test.each([
  ['请用户签字盖章。', marks(['签字', '盖章']), '请用户[签字盖章]。'],
  ['用户不在，等用户回来。', marks(['用户']), '[用户]不在，等[用户]回来。'],
  ['They signed it. Signs, too.', marks([], ['sign']), 'They [signed] it. [Signs], too.'],
  ['The stamp’s here', marks([], ['stamp']), 'The [stamp’s] here'],
  ['ＳＩＧＮ it', marks([], ['sign']), '[ＳＩＧＮ] it'],
  ['nothing', marks(['签字'], ['sign']), 'nothing']
])('%s is marked', (text, by, expected) => {
  expect(shown(text, by)).toBe(expected)
})

test('the sentence with most of the question is chosen, and where it stands', () => {
  const lines = [
    { text: '先填写，后签字。' },
    { text: '填写表格。请用户签字盖章。别忘了。', anchor: 'visit.sign-form', name: '签字盖章' },
    { text: '盖章在二楼。' }
  ]
  const { pieces, anchor } = answer(section(lines), marks(['签字', '盖章']))
  expect(pieces.map(({ text }) => text).join('')).toBe('请用户签字盖章。')
  expect(anchor).toBe('visit.sign-form')
})

test('what is never said is one saying of its row, and told from what may be', () => {
  const lines = [
    { text: '我们不管；找别人吧；不是我的事', kind: 'dont' },
    { text: '这事我来问，下午五点前答复您。', kind: 'say' }
  ] as const
  const found = (phrase: string) => answer(section(lines), marks([phrase]))
  expect(found('我们不管')).toMatchObject({ pieces: [{ text: '我们不管', hit: true }], kind: 'dont' })
  expect(found('答复您').kind).toBe('say')
})

test('a section found by its title alone shows how it begins, and leads to its heading', () => {
  const { pieces, anchor } = answer(section([{ text: '第一句。第二句。', anchor: 'x' }]), marks(['没有']))
  expect(pieces.map(({ text }) => text).join('')).toBe('第一句。')
  expect(anchor).toBe('')
})

test('a long sentence is cut around what was asked for', () => {
  const text = `${'前面的话，'.repeat(30)}签字${'，后面的话'.repeat(30)}`
  const cut = answer(section([{ text }]), marks(['签字']))
    .pieces.map(({ text }) => text)
    .join('')
  expect(cut.length).toBeLessThan(70)
  expect(cut).toMatch(/^….*签字.*…$/)
})

test('a section without a line is no mistake', () => {
  expect(answer(section([]), marks(['签字'])).pieces).toEqual([])
})

test('markup stays the text that it is', () => {
  const text = '<img src=x onerror=alert(1)> & <b>签字</b>'
  expect(mark(text, marks(['签字'], ['img']))).toContainEqual({ text: 'img', hit: true })
  expect(
    mark(text, marks(['签字'], ['img']))
      .map(piece => piece.text)
      .join('')
  ).toBe(text)
})

test('whatever is marked, the pieces are the text', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'签字盖章用户 abc.。’<&'), maxLength: 40 })
  fc.assert(
    fc.property(letters, fc.array(letters, { maxLength: 4 }), fc.array(letters, { maxLength: 4 }), (text, phrases, tokens) => {
      const pieces = mark(
        text,
        marks(
          phrases.filter(phrase => phrase !== ''),
          tokens
        )
      )
      expect(pieces.map(piece => piece.text).join('')).toBe(text)
      expect(pieces.every(piece => piece.text !== '')).toBe(true)
    })
  )
})
