import { expect, test } from 'vitest'
import { tableOf, textOf } from '../../src/visit/runText.ts'
import { RUN_PAPER_WORDS } from '../../src/visit/runWords.ts'
import { CHECKLIST, HOSTILE, runOf } from './papers.ts'

const clock = (at: number) => `@${at}`
const run = runOf('r', {
  order: 'A1',
  customer: 'Ms Li',
  started: 5,
  entries: [
    { id: '1', at: 11, type: 'done', step: 'a' },
    { id: '2', at: 12, type: 'note', step: 'a', text: 'first line\n[✓] Step c' },
    { id: '3', at: 13, type: 'skipped', step: 'b', reason: 'no time' },
    { id: '4', at: 14, type: 'photo', step: 'b', photo: 'p' },
    { id: '5', at: 15, type: 'done', step: 'former' },
    { id: '6', at: 16, type: 'finished' }
  ]
})

test('a run is told in both languages, step by step', () => {
  expect(textOf(run, CHECKLIST, RUN_PAPER_WORDS, clock)).toBe(`Visit中 · Visit
单号 / Order: A1
用户 / Customer: Ms Li
开始 / Started: @5
完成 / Finished: @16
已处理 / Dealt with: 2/4

First中 · First
[✓] Step a中  @11
    Step a
    备注 / Note: first line
      [✓] Step c
[–] Step b中  @13
    Step b
    跳过 / Skipped: no time
    照片 / Photos: 1

Second中 · Second
[ ] Step c中
    Step c
[ ] Step d中
    Step d

检查单里已没有的步骤 / Steps no longer in the checklist
[✓] former  @15
    former
`)
})

test('nothing that was typed can look like a line of the handbook’s', () => {
  const plain = textOf(run, CHECKLIST, RUN_PAPER_WORDS, clock)
    .split('\n')
    .filter(line => /^\S/.test(line)).length
  for (const text of HOSTILE) {
    const entries = run.entries.map(entry =>
      entry.type === 'note' ? { ...entry, text } : entry.type === 'skipped' ? { ...entry, reason: text } : entry
    )
    const told = textOf({ ...run, customer: text, order: text, entries }, CHECKLIST, RUN_PAPER_WORDS, clock)
    expect(told.split(/[\n\u2028\r]/).filter(line => /^\S/.test(line))).toHaveLength(plain)
  }
})

test('many runs are a table with one row each', () => {
  expect(tableOf([run, runOf('s', { started: 3 })], CHECKLIST, RUN_PAPER_WORDS, clock)).toBe(
    [
      '\uFEFF单号 / Order,用户 / Customer,开始 / Started,完成 / Finished,已处理 / Dealt with,步骤数 / Steps,跳过 / Skipped,备注 / Note,照片 / Photos',
      'A1,Ms Li,@5,@16,2,4,Step b中 / Step b: no time,"Step a中 / Step a: first line\n[✓] Step c",1',
      'order s,,@3,,0,4,,,0',
      ''
    ]
      .join('\r\n')
      .replaceAll(',@', ",'@")
  )
})

test('no cell of a table is a formula', () => {
  for (const text of HOSTILE) {
    const [, row = ''] = tableOf([runOf('r', { order: text, started: 1 })], CHECKLIST, RUN_PAPER_WORDS, at => String(at)).split('\r\n')
    expect(row).not.toMatch(/^"?[=+\-@＝\t]/)
  }
})
