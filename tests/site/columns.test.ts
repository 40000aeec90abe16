import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnShares } from '../../src/site/handbook/columns.ts'

const row = (cells: readonly string[], tag = 'td') => `<tr>\n${cells.map(cell => `<${tag}>${cell}</${tag}>`).join('\n')}\n</tr>`

test('columns that hold the same are equally wide, and a Chinese character is two letters wide', () => {
  expect(columnShares(`<thead>${row(['ab cd ab c', '问题问题问'], 'th')}</thead><tbody>${row(['b', 'c'])}</tbody>`)).toEqual([50, 50])
})

test('tags are not counted, and an entity is one character', () => {
  const linked = `<a class="chip cite" href="/en/handbook/visit/arrange/#visit.form-first">${'&amp;'.repeat(20)}</a>`
  expect(columnShares(row([linked, 'x'.repeat(20)]))).toEqual([50, 50])
})

test('the longest word of a narrow column fits on a phone, however long the other cells are', () => {
  const [field = 0] = columnShares(
    row(['Received by', 'dealt with properly', 'guest moved to 902; capacitor replaced, cooling again when tested'])
  )
  expect((field / 100) * 42).toBeGreaterThanOrEqual('Received'.length + 2)
})

test('whatever the cells hold, the shares are whole, positive and together one hundred', () => {
  const text = fc.string().map(all => all.replace(/[<>&]/g, ''))
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }), rows => {
      const shares = columnShares(rows.map(cells => row(cells)).join(''))
      expect(shares).toHaveLength(Math.max(...rows.map(cells => cells.length)))
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100)
      for (const share of shares) expect(share).toBeGreaterThan(0)
    })
  )
})
