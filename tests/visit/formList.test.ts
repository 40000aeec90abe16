import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EVERYTHING, monthsOf, nameOf, newestFirst, seek } from '../../src/visit/formList.ts'
import { anyFilled, COMPLAINT, FORMS, filledOf, MORNING, SERVICE, SHANGHAI } from './forms.ts'

const printer = filledOf({ id: 'p', fields: { order: 'GD-018', customer: '市图书馆', symptoms: '打印机卡纸' }, kind: 'peripheral' })
const noise = filledOf({
  id: 'n',
  form: 'complaint',
  created: MORNING - 40 * 86_400_000,
  fields: { cause: 'Noise from the lift' },
  signature: { how: 'typed', name: '刘芳', at: 1 }
})
const found = (over: Partial<typeof EVERYTHING>) => seek(FORMS, [printer, noise], { ...EVERYTHING, ...over }, SHANGHAI).map(({ id }) => id)

test.each([
  ['图书馆', ['p']],
  ['gd-018', ['p']],
  ['ＧＤ－０１８', ['p']],
  ['卡纸 图书馆', ['p']],
  ['卡纸 电梯', []],
  ['NOISE', ['n']],
  ['刘芳', ['n']],
  ['Printer or accessory', ['p']],
  ['外设', ['p']],
  ['  ', ['p', 'n']]
])('%s finds %j', (text, ids) => {
  expect(found({ text })).toEqual(ids)
})

test('forms are found by their kind of form and by their month', () => {
  expect(found({ form: 'complaint' })).toEqual(['n'])
  expect(found({ month: '2026-11' })).toEqual(['p'])
  expect(monthsOf([printer, noise], SHANGHAI)).toEqual(['2026-11', '2026-10'])
})

test('a form is told apart by its first texts', () => {
  expect(nameOf(SERVICE, printer)).toBe('GD-018 · 市图书馆')
  expect(nameOf(COMPLAINT, noise)).toBe('Noise from the lift')
  expect(nameOf(SERVICE, filledOf())).toBe('')
  expect([...nameOf(COMPLAINT, filledOf({ fields: { cause: '吵\n'.repeat(200) } }))]).toHaveLength(80)
})

test('any form is found by any word that stands in it, and the newest come first', () => {
  fc.assert(
    fc.property(fc.array(anyFilled, { minLength: 1 }), fc.nat(), (all, pick) => {
      const one = all[pick % all.length] ?? filledOf()
      const word = Object.values(one.fields).join(' ').trim().split(/\s+/)[0] ?? ''
      expect(seek(FORMS, all, { ...EVERYTHING, text: word }, SHANGHAI)).toContain(one)
      const times = newestFirst(all).map(({ created }) => created)
      expect(times).toEqual([...times].sort((a, b) => b - a))
    })
  )
})
