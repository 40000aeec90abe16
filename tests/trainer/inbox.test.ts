import fc from 'fast-check'
import { expect, test } from 'vitest'
import { receiptsIn } from '../../src/trainer/inbox.ts'
import { toBase64url, toDigits } from '../../src/training/bytes.ts'

const sealed = (seed: number) => Uint8Array.from({ length: 320 }, (_, index) => (index * 31 + seed * 7) & 255)
const letters = (seed: number) => `r=${toBase64url(sealed(seed))}`

test('receipts are found in a chat, in links, in words of either language, and in bare lines', () => {
  const chat = `李梅 09:12\n周一的回执：https://h.example/zh/trainer/#${letters(1)}\nWang Lei: here is mine (${letters(2)})，谢谢\n${toBase64url(sealed(3))}\n`
  expect(receiptsIn(chat)).toEqual({ sealed: [sealed(1), sealed(2), sealed(3)], damaged: 0 })
})

test('a code of digits is one too', () => {
  expect(receiptsIn(`s=${toDigits(sealed(4))}`).sealed).toEqual([sealed(4)])
})

test('what stands there twice is read once', () => {
  expect(receiptsIn(`${letters(1)}\n${letters(1)}\n${letters(2)}`).sealed).toHaveLength(2)
})

test('a code with a letter too many is counted as damaged, and the others are read', () => {
  const cut = toBase64url(sealed(5)).slice(0, 201)
  expect(receiptsIn(`r=${cut}\n${letters(6)}`)).toEqual({ sealed: [sealed(6)], damaged: 1 })
})

test('words, numbers and short codes are none', () => {
  expect(receiptsIn('a=abc r=abc 今天有三十人没交 0401230001')).toEqual({ sealed: [], damaged: 0 })
})

test('whatever is pasted, nothing throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('r=', 's=', '#', ' ', '\n', 'AZaz09-_'.repeat(20), '，', '1'.repeat(140)), maxLength: 30 }),
      text => {
        receiptsIn(text)
      }
    )
  )
})

test('ten thousand receipts in one paste are all found', () => {
  const text = Array.from(
    { length: 10_000 },
    (_, seed) => `r=${toBase64url(Uint8Array.from({ length: 320 }, (_, index) => (seed >> (8 * (index % 3))) & 255))}`
  ).join('\n')
  expect(receiptsIn(text).sealed).toHaveLength(10_000)
})
