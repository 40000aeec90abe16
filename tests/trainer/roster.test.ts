import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readList } from '../../src/trainer/readTable.store.ts'
import { guessMapping, rosterOf } from '../../src/trainer/roster.ts'

const read = (rows: string[][]) => {
  const { mapping, heads } = guessMapping(rows)
  return rosterOf(rows, mapping, heads)
}
const HUI = { staff: 'A1', name: '欧阳慧', team: '前台' }
const LEI = { staff: 'B2', name: 'Wang Lei', team: 'Repairs' }

test('lists are read as people keep them: heads in either language, any order, or none', () => {
  const wanted = { people: [HUI, LEI], repeated: [], incomplete: [], nameless: [], teamless: [] }
  expect(
    read([
      ['姓名', '工号', '部门'],
      ['欧阳慧', 'A1', '前台'],
      ['Wang Lei', 'B2', 'Repairs']
    ])
  ).toEqual(wanted)
  expect(
    read([
      ['Team', 'Staff no.', 'Full name', 'Phone'],
      ['前台', 'A1', '欧阳慧', '1'],
      ['Repairs', 'B2', 'Wang Lei', '2']
    ])
  ).toEqual(wanted)
  expect(
    read([
      ['A1', '欧阳慧', '前台'],
      ['B2', 'Wang Lei', 'Repairs']
    ])
  ).toEqual(wanted)
})

test('one who stands there twice counts once, and is told; so is a row without a number', () => {
  const { people, repeated, incomplete } = read([
    ['工号', '姓名'],
    ['A1', '欧阳慧'],
    ['ａ1 ', '别人'],
    ['', '无号'],
    ['', ''],
    ['B2', 'Wang Lei']
  ])
  expect(people.map(person => person.staff)).toEqual(['A1', 'B2'])
  expect(repeated).toEqual(['a1'])
  expect(incomplete).toEqual([4])
})

test('whatever the table holds, nobody is invented and nothing throws', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { maxLength: 5 }), { maxLength: 20 }), rows => {
      const { people, incomplete } = read(rows)
      expect(people.length + incomplete.length).toBeLessThanOrEqual(rows.length)
      for (const { staff, name } of people) expect(staff !== '' && staff.length <= 80 && name.length <= 80).toBe(true)
    })
  )
})

test('who has no name or no team is told by the row, where the table has such a column', () => {
  const rows = [['工号', '姓名', '班组'], ['A1', '欧阳慧', '前台'], ['B2'], ['C3', '赵敏', ' ']]
  const { people, nameless, teamless } = read(rows)
  expect([people.length, nameless, teamless]).toEqual([3, [3], [3, 4]])
  expect(rosterOf(rows, { staff: 0 }, true)).toMatchObject({ nameless: [], teamless: [] })
})

test.each([
  ['1001,Li Na,A\n1002,Wu Di,A\n1003\tHan Mei\tB', ['1003', 'Han Mei', 'B']],
  ['1001,Li Na,A\n1002,Wu Di,A\n1003\tHan, Mei\tB', ['1003', 'Han, Mei', 'B']],
  ['1001\tLi Na\tA\n1002\tWu Di\tA\n1003,Han Mei,B', ['1003', 'Han Mei', 'B']],
  ['1001;Li Na;A\n1002;Wu Di;A\n1003,"Han, Mei",B', ['1003', 'Han, Mei', 'B']],
  ['1001,Li Na,A\n1002,Wu Di,A\n1003', ['1003']],
  ['1001,Li Na,A\n1002,Wu Di,A\n1003,Han;Mei,B', ['1003', 'Han;Mei', 'B']]
])('a row that is separated in another way than the rest is read as it is meant: %j', (text, last) => {
  const rows = readList(text)
  expect(rows.slice(0, 2)).toEqual([
    ['1001', 'Li Na', 'A'],
    ['1002', 'Wu Di', 'A']
  ])
  expect(rows[2]).toEqual(last)
})
