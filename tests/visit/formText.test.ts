import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGS } from '../../src/lang/text.ts'
import { kindText, monthAt, monthText, valueText, wallText, wallTime } from '../../src/visit/formText.ts'
import { FORM_WORDS } from '../../src/visit/formWords.ts'
import { MORNING, SERVICE } from './forms.ts'

test('a moment is told as the clock on the wall shows it', () => {
  expect(wallTime(MORNING, 480)).toBe('2026-11-27T10:30')
  expect(wallTime(MORNING, -480)).toBe('2026-11-26T18:30')
  expect(monthAt(Date.UTC(2026, 11, 31, 20), 480)).toBe('2027-01')
})

test('days and times are told in words, and anything else as it was written', () => {
  expect(wallText('2026-11-27T10:30', 'zh')).toBe('2026年11月27日 10:30')
  expect(wallText('2026-11-27T00:05', 'en')).toBe('27 Nov 2026, 00:05')
  expect(wallText('2026-11-27', 'zh')).toBe('2026年11月27日')
  expect(wallText('昨晚', 'zh')).toBe('昨晚')
  expect(wallText('2026-99-99', 'zh')).toBe('2026-99-99')
  expect(monthText('2026-11', 'zh')).toBe('2026年11月')
  expect(monthText('x', 'en')).toBe('x')
})

test('nothing that stands in a field makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...SERVICE.fields), fc.constantFrom(...LANGS), (value, field, lang) => {
      expect(typeof valueText(field, value, lang)).toBe('string')
    })
  )
})

test('a kind of the form has a name in both languages, another keeps its own', () => {
  expect(kindText(SERVICE, 'network', 'en')).toBe('Network')
  expect(kindText(SERVICE, '投影仪', 'en')).toBe('投影仪')
})

test('both languages say everything, with the same places to fill', () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
  for (const [group, texts] of Object.entries(FORM_WORDS.zh)) {
    const other = FORM_WORDS.en[group as keyof typeof FORM_WORDS.en] as Readonly<Record<string, string>>
    for (const [name, text] of Object.entries(texts)) expect([name, places(other[name] ?? '?')]).toEqual([name, places(text)])
  }
})
