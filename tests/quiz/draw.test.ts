import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrange } from '../../src/quiz/draw.ts'
import { seeded, shuffled } from '../../src/quiz/random.ts'
import { draw } from '../../src/quiz/spread.ts'

const question = (id: string, rule = id) => ({
  id,
  revision: 1,
  rules: [rule],
  ids: ['x', 'y', 'z'].map(choice => `${id}-${choice}`)
})
const bank = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'].map(id => question(id))
const questions = fc
  .uniqueArray(fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 4 }), { maxLength: 30 })
  .chain(ids =>
    fc
      .array(fc.constantFrom('r1', 'r2', 'r3', 'r4'), { minLength: ids.length, maxLength: ids.length })
      .map(rules => ids.map((id, index) => question(id, rules[index])))
  )

test('steps are never shown in the order that is their key', () => {
  for (let seed = 0; seed < 200; seed++) {
    const ids = ['one', 'three', 'two']
    const [item] = arrange([{ ...question('q'), ids, ordered: true }], String(seed)).items
    expect(item?.choices).not.toEqual(ids)
    expect([...(item?.choices ?? [])].sort()).toEqual(ids)
  }
})

describe('random', () => {
  // These numbers are part of every record that was ever made. They never change; a new generator gets a new name.
  test('sfc32@1 gives the same numbers for ever', () => {
    const random = seeded('service')
    expect([random(), random(), random()].map(value => Math.floor(value * 1e9))).toEqual([926_897_261, 786_720_751, 309_986_360])
  })
  test('a shuffle loses and invents nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        expect(shuffled(items, seeded(seed)).sort()).toEqual([...items].sort())
      })
    )
  })
  test('every place is as likely for every item', () => {
    const counts = [0, 0, 0, 0]
    for (let run = 0; run < 4000; run++) {
      const place = shuffled(['a', 'b', 'c', 'd'], seeded(`run ${run}`)).indexOf('a')
      counts[place] = (counts[place] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(130) // more than four standard deviations
  })
})

describe('draw', () => {
  test('the same seed gives the same draw for ever', () => {
    expect(draw(bank, 3, 'week 48').items.map(item => [item.question, ...item.choices])).toEqual([
      ['q4', 'q4-x', 'q4-y', 'q4-z'],
      ['q2', 'q2-z', 'q2-x', 'q2-y'],
      ['q6', 'q6-z', 'q6-x', 'q6-y']
    ])
  })
  test('the order in which an author wrote the questions makes no difference', () => {
    fc.assert(
      fc.property(questions, fc.string(), (all, seed) => {
        expect(draw([...all].reverse(), 5, seed)).toEqual(draw(all, 5, seed))
      })
    )
  })
  test('it holds the wanted number of questions, none twice, each with all its choices', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 0, max: 40 }), fc.string(), (all, count, seed) => {
        const { items } = draw(all, count, seed)
        expect(items).toHaveLength(Math.min(count, all.length))
        expect(new Set(items.map(item => item.question)).size).toBe(items.length)
        for (const item of items)
          expect([...item.choices].sort()).toEqual([...(all.find(({ id }) => id === item.question)?.ids ?? [])].sort())
      })
    )
  })
  test('it asks about as many rules as it can', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 0, max: 10 }), fc.string(), (all, count, seed) => {
        const rules = (ids: readonly string[]) => new Set(all.filter(({ id }) => ids.includes(id)).map(({ rules }) => rules[0])).size
        const taken = draw(all, count, seed).items.map(item => item.question)
        expect(rules(taken)).toBe(Math.min(taken.length, rules(all.map(({ id }) => id))))
      })
    )
  })
})

test('a practice set keeps the author’s order and shuffles only the choices', () => {
  expect(arrange(bank, 'any').items.map(item => item.question)).toEqual(bank.map(({ id }) => id))
})
