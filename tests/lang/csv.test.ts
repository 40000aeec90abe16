import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from '../../src/lang/csv.ts'

test.each([
  ['plain', 'plain'],
  ['', ''],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  [' kept ', '" kept "'],
  ['=1+1', "'=1+1"],
  ['+86 10', "'+86 10"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['＝1', "'＝1"],
  ['\t=1', "'\t=1"],
  ['﹦1', "'﹦1"],
  ['\n=1', '"\'\n=1"'],
  ['\u200b=1', "'\u200b=1"],
  ['\uFEFF=1', "'\uFEFF=1"],
  ['a;=1', '"a;=1"'],
  ['=a,"b"', '"\'=a,""b"""']
])('the cell %j is written as %j', (text, cell) => {
  expect(csvOf([[text]])).toBe(`\uFEFF${cell}\r\n`)
})

/** A reader of RFC 4180. */
function read(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

test('any table can be read again, with an apostrophe before what would be a formula', () => {
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain(width => fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: width, maxLength: width })))
  fc.assert(
    fc.property(table, rows => {
      expect(read(csvOf(rows))).toEqual(
        rows.map(row => row.map(text => (/^[\s\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u.test(text) ? `'${text}` : text)))
      )
    })
  )
})
