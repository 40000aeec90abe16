import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGS } from '../../src/lang/text.ts'
import { csvFor, rowsFor } from '../../src/visit/formCsv.ts'
import { FORM_WORDS } from '../../src/visit/formWords.ts'
import type { Filled } from '../../src/visit/paper.ts'
import { anyFilled, FORMS, filledOf, MORNING, SHANGHAI } from './forms.ts'

const told = (lang: 'zh' | 'en') => ({ lang, words: FORM_WORDS[lang].csv, zoneAt: SHANGHAI })

/** Reads RFC 4180, strictly: every row ends in CRLF, a quote within quotes is doubled. */
function parse(csv: string): string[][] {
  expect(csv.startsWith('\uFEFF')).toBe(true)
  const rows: string[][] = []
  let row: string[] = []
  let rest = csv.slice(1)
  while (rest !== '') {
    const [whole, quoted, plain = '', end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? []
    if (whole === undefined) throw new Error(`No row: ${JSON.stringify(rest.slice(0, 40))}`)
    row.push(quoted?.replaceAll('""', '"') ?? plain)
    rest = rest.slice(whole.length)
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  expect(row).toEqual([])
  return rows
}

const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u
const asText = (cell: string) => (FORMULA.test(cell) ? `'${cell}` : cell)

test('whatever was typed, the table reads back as it was written, and no cell begins a formula', () => {
  fc.assert(
    fc.property(fc.array(anyFilled, { maxLength: 8 }), fc.constantFrom(...LANGS), (filled, lang) => {
      const rows = rowsFor(FORMS, filled, told(lang))
      const read = parse(csvFor(FORMS, filled, told(lang)))
      expect(read).toEqual(rows.map(row => row.map(asText)))
      expect(read.flat().filter(cell => FORMULA.test(cell))).toEqual([])
      expect(new Set(rows.map(row => row.length)).size).toBe(1)
      expect(rows).toHaveLength(filled.length + 1)
    })
  )
})

test('the head names the fields, and a form’s row has its times as spreadsheets read them', () => {
  const filled: Filled[] = [
    filledOf({ fields: { order: '=HYPERLINK("http://a")', arrived: '2026-11-27T10:30', symptoms: '卡纸\n"后盖"' }, kind: 'hardware' })
  ]
  const [head = [], row = []] = rowsFor(FORMS, filled, told('zh'))
  const cell = (label: string) => row[head.indexOf(label)]
  expect(cell('表单')).toBe('技服表格')
  expect(cell('建表时间')).toBe('2026-11-27 10:30')
  expect(cell('到达时间')).toBe('2026-11-27 10:30')
  expect(cell('类别')).toBe('硬件故障')
  expect(cell('故障现象（用户原话）')).toBe('卡纸\n"后盖"')
  expect(csvFor(FORMS, filled, told('zh'))).toContain(`"'=HYPERLINK(""http://a"")"`)
})

test('two kinds of form share no column, though both have a cause', () => {
  const [head = []] = rowsFor(FORMS, [filledOf(), filledOf({ form: 'complaint' })], told('en'))
  expect(head).toContain('Technical-service form: Cause')
  expect(head).toContain('Guest-complaint form: Cause')
  expect(new Set(head).size).toBe(head.length)
})

test.each([
  [{ how: 'drawn', strokes: [[[0, 0]]], at: MORNING }, 'Drawn'],
  [{ how: 'typed', name: 'Ann {name} $&', at: MORNING }, 'Typed: Ann {name} $&'],
  [{ how: 'declined', reason: 'had to leave', at: MORNING }, 'Not signed: had to leave']
] as const)('a signature is told in words', (signature, words) => {
  const [, row = []] = rowsFor(FORMS, [filledOf({ signature })], told('en'))
  expect(row.slice(-2)).toEqual([words, '2026-11-27 10:30'])
})
