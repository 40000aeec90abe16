import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draw, Drawable } from '../../src/quiz/draw.ts'
import { drawByPlan } from '../../src/quiz/plan.ts'
import { redrawn } from '../../src/quiz/redraw.ts'
import { draw } from '../../src/quiz/spread.ts'

const question = (id: string, rule = id, revision = 1): Drawable => ({
  id,
  revision,
  rules: [rule],
  ids: ['x', 'y'].map(choice => id + choice)
})
const BANK = [question('a1', 'a'), question('a2', 'a'), question('b1', 'b'), question('b2', 'b'), question('c1', 'c'), question('c2', 'c')]
const changed = (bank: readonly Drawable[], id: string) => bank.map(one => (one.id === id ? { ...one, revision: 2 } : one))
const without = (bank: readonly Drawable[], id: string) => bank.filter(one => one.id !== id)
const asked = (drawn: Draw | undefined) => drawn?.items.map(item => item.question)

describe('a question under a running attempt', () => {
  const running = draw(BANK, 3, 'seed')
  const [first = ''] = asked(running) ?? []

  test('stays where nothing has changed', () => expect(redrawn({ draw: running }, BANK)).toBeUndefined())
  test('that has a new revision is replaced by the other one on its rule, in its place', () => {
    const other = first.endsWith('1') ? first.replace('1', '2') : first.replace('2', '1')
    expect(asked(redrawn({ draw: running }, changed(BANK, first)))).toEqual([other, ...(asked(running) ?? []).slice(1)])
  })
  test('that is gone is replaced by one on a rule that is not asked', () => {
    const bank = without(BANK, first)
    const mended = asked(redrawn({ draw: running }, bank)) ?? []
    expect(new Set(mended.map(id => id[0])).size).toBe(3)
    expect(mended).not.toContain(first)
  })
  test('stays withdrawn where there is no other', () => {
    const all = draw(BANK, BANK.length, 'seed')
    expect(redrawn({ draw: all }, changed(BANK, 'a1'))).toBeUndefined()
  })
  test('of an exam is replaced from its own line of the plan', () => {
    const plan = [
      { count: 1, from: ['a1', 'a2'] },
      { count: 2, from: ['b1', 'b2', 'c1', 'c2'] }
    ]
    const exam = drawByPlan(BANK, plan, 'seed')
    const gone = asked(exam)?.find(id => id.startsWith('a')) ?? ''
    const substitutes = asked(redrawn({ draw: exam }, changed(BANK, gone), plan))?.filter(id => !asked(exam)?.includes(id))
    expect(substitutes).toEqual([gone === 'a1' ? 'a2' : 'a1'])
  })
})

test('whatever changes: all that can be asked stays, nothing is asked twice, and the same change draws the same', () => {
  const ids = fc.subarray(BANK.map(({ id }) => id))
  fc.assert(
    fc.property(ids, ids, fc.integer({ min: 1, max: 6 }), fc.string(), (gone, newer, count, seed) => {
      const before = draw(BANK, count, seed)
      const bank = BANK.filter(({ id }) => !gone.includes(id)).map(one => (newer.includes(one.id) ? { ...one, revision: 2 } : one))
      const after = redrawn({ draw: before }, bank)
      expect(redrawn({ draw: before }, bank)).toEqual(after)
      if (!after) return
      expect(new Set(asked(after)).size).toBe(before.items.length)
      for (const [index, item] of before.items.entries()) {
        const stands = bank.some(({ id, revision }) => id === item.question && revision === item.revision)
        if (stands) expect(after.items[index]).toEqual(item)
        else if (after.items[index] !== item)
          expect(bank.some(({ id, revision }) => id === after.items[index]?.question && revision === after.items[index]?.revision)).toBe(
            true
          )
      }
      const replaced = before.items.map(item => item.question).filter(id => !asked(after)?.includes(id))
      expect(redrawn({ draw: after, replaced }, bank)).toBeUndefined()
    })
  )
})
