import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from '../../src/lang/csv.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { KNOW_WORDS } from '../../src/trainer/knowWords.ts'
import type { Cell, PageCell, Row } from '../../src/trainer/matrix.ts'
import { readTable } from '../../src/trainer/readTable.store.ts'
import { type Filter, filtered, STATES, shownRows, tableOf } from '../../src/trainer/table.ts'
import { standingOf } from '../../src/trainer/validity.ts'

const cell: fc.Arbitrary<Cell> = fc
  .record({
    percent: fc.nat({ max: 100 }),
    passed: fc.boolean(),
    attempts: fc.nat(),
    minutes: fc.nat(),
    ended: fc.nat(),
    late: fc.boolean(),
    differs: fc.boolean(),
    validity: fc.option(
      fc
        .record({ until: fc.nat(), standing: fc.constantFrom('expiring', 'expired', undefined) })
        .map(({ until, standing }) => ({ until, ...(standing && { standing }) })),
      { nil: undefined }
    )
  })
  .map(({ validity, ...one }) => ({ ...one, ...(validity && { validity }) }))
const page: fc.Arbitrary<PageCell> = fc.record({
  lang: fc.constantFrom('zh', 'en'),
  revision: fc.integer({ min: 1, max: 1000 }),
  hash: fc.constant('0a1b2c3d'),
  at: fc.nat(),
  standing: fc.constantFrom('said', 'older', 'other'),
  late: fc.boolean()
})
const text = fc.oneof(fc.string(), fc.constantFrom('=1+1', '+86', '-', '@a', 'a,b', '"', 'a\nb', '张三'))
const row: fc.Arbitrary<Row> = fc
  .record({
    staff: text,
    name: text,
    team: text,
    stranger: fc.boolean(),
    state: fc.constantFrom('done', 'done-late', 'working', 'absent'),
    overdue: fc.boolean(),
    cells: fc.tuple(fc.option(cell, { nil: undefined }), fc.option(cell, { nil: undefined })),
    pages: fc.tuple(fc.option(page, { nil: undefined })),
    devices: fc.nat(),
    last: fc.option(fc.nat({ max: 100 }), { nil: undefined })
  })
  .map(({ last, ...one }) => ({ ...one, ...(last !== undefined && { last }) }))
const iso = (at: number) => new Date(at).toISOString()
const time = { timeOf: iso, dayOf: (at: number) => iso(at).slice(0, 10) }
const WORDS = { zh: { ...KNOW_WORDS.zh, ...CONSOLE_WORDS.zh }, en: { ...KNOW_WORDS.en, ...CONSOLE_WORDS.en } }
const filter: fc.Arbitrary<Filter> = fc.record({
  team: fc.constantFrom('', '=1+1', '张三', 'a,b'),
  state: fc.constantFrom('', ...STATES),
  from: fc.option(fc.nat({ max: 100 }), { nil: undefined }),
  before: fc.option(fc.nat({ max: 100 }), { nil: undefined })
})
const FORMULA = /^[=+\-@＝＋－＠\t\r]/

test('the file, read back, is the table on the screen; what would be a formula has an apostrophe', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.constantFrom('zh', 'en'), (rows, lang) => {
      const { head, rows: lines } = tableOf(rows, ['一', 'two, and more', '确认：三'], WORDS[lang], time)
      const texts = [head, ...lines.map(line => line.texts)]
      const safe = texts.map(line => line.map(one => (FORMULA.test(one) ? `'${one}` : one)))
      expect(readTable(csvOf(texts))).toEqual(safe)
    })
  )
})

test('whatever is chosen, the file holds the rows of the screen, all of them and no other, page after page', () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 30 }),
      filter,
      fc.constantFrom('zh', 'en'),
      fc.integer({ min: 1, max: 7 }),
      (rows, chosen, lang, size) => {
        const shown = shownRows(rows, chosen)
        const isShown = ({ team, state, overdue, last }: Row, standing: string | undefined) =>
          (chosen.team === '' || team === chosen.team) &&
          (chosen.state === '' || state === chosen.state || (chosen.state === 'overdue' && overdue) || standing === chosen.state) &&
          (chosen.from === undefined || (last ?? -1) >= chosen.from) &&
          (chosen.before === undefined || (last ?? Number.POSITIVE_INFINITY) < chosen.before)
        expect(new Set(shown)).toEqual(new Set(rows.filter(one => isShown(one, standingOf(one)))))
        const { head, rows: lines } = tableOf(shown, ['一', '二'], WORDS[lang], time)
        const pages = Array.from({ length: Math.ceil(lines.length / size) }, (_, page) =>
          lines.slice(page * size, (page + 1) * size)
        ).flat()
        const file = readTable(csvOf([head, ...lines.map(({ texts }) => texts)]))
        expect(file).toEqual([head, ...pages.map(({ texts }) => texts)].map(line => line.map(one => (FORMULA.test(one) ? `'${one}` : one))))
      }
    )
  )
})

const ROW: Row = { staff: 'A1', name: '慧', team: '前台', stranger: false, state: 'working', overdue: true, cells: [], devices: 1 }
const CELL: Cell = { percent: 92, passed: true, attempts: 1, minutes: 1, ended: 0, late: true, differs: false }

test('a cell says by a sign and in words what its colour says', () => {
  const cells = [CELL, { ...CELL, passed: false, late: false, percent: 40 }, undefined]
  const { rows } = tableOf([{ ...ROW, cells }], ['a', 'b', 'c'], WORDS.en, time)
  expect(rows[0]?.texts).toEqual(['A1', '慧', '前台', 'Working', '✓ 92% · late', '✗ 40%', '—', '—', '1', 'Overdue'])
  expect(rows[0]?.looks.slice(4, 7)).toEqual(['late', 'failed', 'none'])
})

test('a pass that has expired says so, in its cell and in its row', () => {
  const until = Date.UTC(2027, 0, 31)
  const cells = [
    { ...CELL, late: false, validity: { until, standing: 'expired' as const } },
    { ...CELL, late: false, validity: { until } }
  ]
  const { rows } = tableOf([{ ...ROW, overdue: false, state: 'done', cells }], ['a', 'b'], WORDS.en, time)
  expect(rows[0]?.texts.slice(4)).toEqual(['✓ 92% · expired 2027-01-31', '✓ 92%', '—', '1', 'Expired'])
  expect(rows[0]?.looks.slice(4, 6)).toEqual(['old', 'passed'])
})

test('rows are found by team, by state, and by being overdue', () => {
  const rows = [ROW, { ...ROW, staff: 'B2', team: '维修', state: 'done', overdue: false } as const]
  const found = (team: string, state: Row['state'] | 'overdue' | '') => filtered(rows, { team, state }).map(({ staff }) => staff)
  expect([found('', ''), found('维修', ''), found('', 'overdue'), found('', 'done'), found('前台', 'done')]).toEqual([
    ['A1', 'B2'],
    ['B2'],
    ['A1'],
    ['B2'],
    []
  ])
})

test.each([
  [
    'A1\t慧\t前台\nB2\t王磊\t维修',
    [
      ['A1', '慧', '前台'],
      ['B2', '王磊', '维修']
    ]
  ],
  [
    '\uFEFFA1,"O, Hui"\r\n\r\nB2,Wang',
    [
      ['A1', 'O, Hui'],
      ['B2', 'Wang']
    ]
  ],
  ['', []]
])('a pasted table %j', (pasted, rows) => {
  expect(readTable(pasted)).toEqual(rows)
})

test('a page says on which day and which revision, that it is an older or another text, or that it is not confirmed', () => {
  const cell = { lang: 'zh', revision: 2, hash: '0a1b2c3d', at: 0, late: false } as const
  const row = { staff: 'A1', name: 'Li', team: '', stranger: false, state: 'working', overdue: false, cells: [], devices: 1 } as const
  const pages = [
    { ...cell, standing: 'said' },
    { ...cell, standing: 'older' },
    { ...cell, standing: 'other', late: true },
    undefined
  ] as const
  const [line] = tableOf([{ ...row, pages }], ['a', 'b', 'c', 'd'], WORDS.en, time).rows
  expect(line?.texts.slice(4, 8)).toEqual([
    '✓ 1970-01-01, revision 2',
    '✗ 1970-01-01, revision 2 · an older text, changed since',
    `✓ 1970-01-01, revision 2 · ${WORDS.en.late} · not the text that is here`,
    'not confirmed yet'
  ])
  expect(line?.looks.slice(4, 8)).toEqual(['passed', 'old', 'old', 'none'])
})
