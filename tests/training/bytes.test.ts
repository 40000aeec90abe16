import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc32, fromBase64url, fromDigits, read, toBase64url, toDigits, writer } from '../../src/training/bytes.ts'

const bytes = fc.uint8Array({ maxLength: 80 })

describe('numbers and texts', () => {
  test('what was written is read again', () => {
    const whole = fc.nat({ max: 0xffffff })
    const large = fc.maxSafeNat()
    const text = fc.string({ unit: 'grapheme', maxLength: 20 })
    fc.assert(
      fc.property(whole, large, text, bytes, (small, varying, words, tail) => {
        const out = writer()
        out.number(small, 3)
        out.varying(varying)
        out.text(words)
        out.bytes(tail)
        const back = read(out.done(), reader => [reader.number(3), reader.varying(), reader.text(), reader.bytes(reader.left())])
        expect(back).toEqual([small, varying, words, tail])
      })
    )
  })

  test('what ends too early or too late is refused', () => {
    const out = writer()
    out.text('手册')
    const all = out.done()
    expect(read(all.subarray(0, -1), reader => reader.text())).toBeUndefined()
    expect(read(Uint8Array.of(...all, 0), reader => reader.text())).toBeUndefined()
    expect(read(all, reader => reader.text())).toBe('手册')
  })

  test('a number that has a shorter form, and a text that is no UTF-8, are refused', () => {
    expect(read(Uint8Array.of(0x81, 0x00), reader => reader.varying())).toBeUndefined()
    expect(read(Uint8Array.of(...Array(9).fill(0xff), 0x7f), reader => reader.varying())).toBeUndefined()
    expect(read(Uint8Array.of(2, 0xc3, 0x28), reader => reader.text())).toBeUndefined()
  })

  test('a number goes on for eight bytes at most, and is always a whole one', () => {
    for (const length of [8, 9, 146, 147, 150, 400]) {
      const long = Uint8Array.of(...Array(length).fill(0x80), 1)
      expect(read(long, reader => reader.varying())).toBeUndefined()
    }
    expect(read(Uint8Array.of(...Array(7).fill(0xff), 0x0f), reader => reader.varying())).toBe(Number.MAX_SAFE_INTEGER)
  })

  test('a number that does not fit is not written', () => {
    expect(() => writer().number(256, 1)).toThrow(RangeError)
    expect(() => writer().number(-1, 1)).toThrow(RangeError)
    expect(() => writer().varying(0.5)).toThrow(RangeError)
    expect(() => writer().text('长'.repeat(86))).toThrow(RangeError)
  })

  test('whatever is read, nothing throws', () => {
    fc.assert(
      fc.property(bytes, some => {
        read(some, reader => [reader.varying(), reader.text(), reader.number(6), reader.bytes(3)])
      })
    )
  })
})

describe('base64url', () => {
  test('is what others write, without padding', () => {
    fc.assert(
      fc.property(bytes, some => {
        expect(toBase64url(some)).toBe(Buffer.from(some).toString('base64url'))
        expect(fromBase64url(toBase64url(some))).toEqual(some)
      })
    )
  })

  test('has one text for each bytes: any other text is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AQgw_-z9+/= '), maxLength: 12 }), text => {
        const back = fromBase64url(text)
        if (back) expect(toBase64url(back)).toBe(text)
      })
    )
    expect(fromBase64url('AB')).toBeUndefined()
    expect(fromBase64url('AA==')).toBeUndefined()
  })
})

describe('digits', () => {
  test('are 17 for seven bytes, and read again', () => {
    expect(toDigits(new Uint8Array(7).fill(255))).toHaveLength(17)
    fc.assert(
      fc.property(bytes, some => {
        expect(fromDigits(toDigits(some))).toEqual(some)
      })
    )
  })

  test('have one text for each bytes: any other text is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 40 }), text => {
        const back = fromDigits(text)
        if (back) expect(toDigits(back)).toBe(text)
      })
    )
    expect(fromDigits('256')).toBeUndefined()
    expect(fromDigits('1e3')).toBeUndefined()
  })
})

describe('checksum', () => {
  test('is the common one', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
    expect(crc32(new Uint8Array())).toBe(0)
  })

  test('notices every change of one byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (some, at, change) => {
        const other = some.slice()
        const place = at % other.length
        other[place] = (other[place] ?? 0) ^ change
        expect(crc32(other)).not.toBe(crc32(some))
      })
    )
  })
})
