import { createECDH } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compressed, decompressed } from '../../src/training/p256.ts'

test('a point is the same after it was made short, as another implementation has it', () => {
  for (let time = 0; time < 40; time++) {
    const curve = createECDH('prime256v1')
    curve.generateKeys()
    const long = Uint8Array.from(curve.getPublicKey())
    const short = Uint8Array.from(curve.getPublicKey(null, 'compressed'))
    expect(compressed(long)).toEqual(short)
    expect(decompressed(short)).toEqual(long)
  }
})

test('what is no point is refused', () => {
  expect(decompressed(Uint8Array.of(2, ...new Uint8Array(32).fill(255)))).toBeUndefined()
  expect(decompressed(new Uint8Array(33))).toBeUndefined()
  expect(decompressed(new Uint8Array(32).fill(2))).toBeUndefined()
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 33, maxLength: 33 }), some => {
      const long = decompressed(some)
      if (long) expect(compressed(long)).toEqual(some)
    })
  )
})
