import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessMapping, rosterOf } from '../../src/trainer/roster.ts'

const read = (rows: string[][]) => {
  const { mapping, heads } = guessMapping(rows)
  return rosterOf(rows, mapping, heads)
}
const HUI = { staff: 'A1', name: '欧阳慧', team: '前台' }
const LEI = { staff: 'B2', name: 'Wang Lei', team: 'Repairs' }

test('lists are read as people keep them: heads in either language, any order, or none', () => {
  const wanted = { people: [HUI, LEI], repeated: [], incomplete: [] }
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
