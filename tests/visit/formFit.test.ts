import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGS } from '../../src/lang/text.ts'
import { type Field, limitOf } from '../../src/visit/form.ts'
import { FITS, fitOf, fits, forPaper, type TextOf } from '../../src/visit/formFit.ts'
import { FORMS, formOf, SERVICE } from './forms.ts'

/** Every field as full as it may be. */
const full =
  (text: string): TextOf =>
  (field: Field) =>
    text.slice(0, limitOf(field))
const placeOf = (textOf: TextOf, form = SERVICE, lang: 'zh' | 'en' = 'zh') =>
  FITS.indexOf(FITS.find(fit => fits(form, lang, textOf, fit)) ?? { size: 'tiny', hasBreaks: false })

test('an everyday form is printed large, one whose fields are all full in small print', () => {
  expect(fitOf(SERVICE, 'zh', full('导纸轮磨损')).size).toBe('large')
  expect(fitOf(formOf('complaint'), 'zh', full('空调不制冷，报修两次没人来')).size).toBe('large')
  expect(['small', 'tiny']).toContain(fitOf(SERVICE, 'zh', full('卡'.repeat(400))).size)
})

test('more text is never printed larger', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'W', '卡', '1'), maxLength: 300 })
  fc.assert(
    fc.property(fc.constantFrom(...FORMS), word, word, (form, text, more) => {
      const place = (what: string) => FITS.findIndex(({ size }) => size === fitOf(form, 'en', () => what).size)
      expect(place(text + more)).toBeGreaterThanOrEqual(place(text))
    })
  )
})

test('line breaks are printed as long as there is room, and become spaces where there is none', () => {
  expect(forPaper('a\n\n b \r\nc', true)).toBe('a\nb\nc')
  expect(forPaper('a\n\n b \r\nc', false)).toBe('a b c')
  expect(fitOf(SERVICE, 'zh', full('卡\n纸')).hasBreaks).toBe(true)
  expect(fitOf(SERVICE, 'zh', full('卡\n'.repeat(200))).hasBreaks).toBe(false)
})

test('with every field as full as it may be, each form still fits one sheet', () => {
  for (const form of FORMS)
    for (const lang of LANGS)
      for (const text of ['卡'.repeat(400), 'W'.repeat(400), 'm '.repeat(200), '卡\n'.repeat(200), `${'张'.repeat(60)}\n`.repeat(7)])
        expect([form.id, lang, text.slice(0, 2), placeOf(full(text), form, lang) >= 0]).toEqual([form.id, lang, text.slice(0, 2), true])
})

test('a form that is longer than a sheet is told from one that fits', () => {
  expect(placeOf(full('卡'.repeat(400)), { ...SERVICE, fields: [...SERVICE.fields, ...SERVICE.fields] })).toBe(-1)
})
