/** Compact binary forms for links and QR codes: written and read in one order, and read strictly. */

export interface Writer {
  /** A whole number in this many bytes (1 to 6), the highest first. */
  number(value: number, bytes: number): void
  /** A whole number up to 2^53 in as few bytes as it needs: seven bits a byte, the lowest first (LEB128). */
  varying(value: number): void
  bytes(value: Uint8Array): void
  /** UTF-8 after one byte that says how many bytes it is: at most 255. */
  text(value: string): void
  done(): Uint8Array
}

export function writer(): Writer {
  const out: number[] = []
  const byte = (value: number) => out.push(value & 0xff)
  const checked = (value: number, most: number) => {
    if (!Number.isSafeInteger(value) || value < 0 || value > most) throw new RangeError(`${value} is not a whole number from 0 to ${most}`)
    return value
  }
  return {
    number(value, bytes) {
      checked(value, 2 ** (8 * bytes) - 1)
      for (let place = bytes - 1; place >= 0; place--) byte(Math.floor(value / 2 ** (8 * place)))
    },
    varying(value) {
      let left = checked(value, Number.MAX_SAFE_INTEGER)
      while (left > 127) {
        byte((left % 128) + 128)
        left = Math.floor(left / 128)
      }
      byte(left)
    },
    bytes(value) {
      for (const one of value) byte(one)
    },
    text(value) {
      const encoded = new TextEncoder().encode(value)
      byte(checked(encoded.length, 255))
      for (const one of encoded) byte(one)
    },
    done: () => Uint8Array.from(out)
  }
}

export interface Reader {
  number(bytes: number): number
  varying(): number
  bytes(count: number): Uint8Array
  text(): string
  left(): number
}

/** What is read is not what was written by `writer`. */
class Malformed extends Error {}

/**
 * Reads bytes by `take`. Undefined where they end too early or too late, hold a text that is no UTF-8 or a number that
 * has a shorter form: what can be read has only one form.
 */
export function read<T>(bytes: Uint8Array, take: (reader: Reader) => T | undefined): T | undefined {
  let at = 0
  const next = (count: number) => {
    if (count > bytes.length - at) throw new Malformed()
    at += count
    return bytes.subarray(at - count, at)
  }
  const number = (count: number) => {
    if (count > bytes.length - at) throw new Malformed()
    let value = 0
    for (const end = at + count; at < end; at++) value = value * 256 + (bytes[at] ?? 0)
    return value
  }
  const reader: Reader = {
    number,
    varying() {
      let value = 0
      // Eight bytes hold 2^53. Without an end, `place` would grow to infinity, and zero times that is no number.
      for (let place = 1; ; place *= 128) {
        if (place >= 2 ** 56) throw new Malformed()
        const byte = number(1)
        value += (byte % 128) * place
        if (value > Number.MAX_SAFE_INTEGER || (byte === 0 && place > 1)) throw new Malformed()
        if (byte < 128) return value
      }
    },
    bytes: count => next(count).slice(),
    text: () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(next(number(1))),
    left: () => bytes.length - at
  }
  try {
    const value = take(reader)
    return at === bytes.length ? value : undefined
  } catch (error) {
    // A TypeError is what a decoder throws at text that is no UTF-8.
    if (error instanceof Malformed || error instanceof TypeError) return undefined
    throw error
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** By character code; 64 for what is no letter of it. */
const VALUES = new Uint8Array(128).fill(64)
for (const [value, letter] of [...LETTERS].entries()) VALUES[letter.charCodeAt(0)] = value

/** Base64url without padding (RFC 4648, section 5). */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const four = (a << 16) | (b << 8) | c
    text += `${LETTERS[four >> 18]}${LETTERS[(four >> 12) & 63]}${LETTERS[(four >> 6) & 63]}${LETTERS[four & 63]}`
  }
  return text.slice(0, Math.ceil((bytes.length * 4) / 3))
}

/** Undefined for anything that `toBase64url` does not write, also where unused bits are set: a text has one meaning, and bytes one text. */
export function fromBase64url(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (let place = 0; place < text.length; place++) {
    const value = VALUES[text.charCodeAt(place)] ?? 64
    if (value === 64) return undefined
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = held >> bits
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : undefined
}

/** Seven bytes are less than 10^17. */
const DIGITS = [0, 3, 5, 8, 10, 13, 15, 17] as const

/** Decimal digits, 17 for seven bytes: the densest form in a QR code, which has a mode of its own for digits. */
export function toDigits(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 7) {
    const group = bytes.subarray(at, at + 7)
    const value = group.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
    text += value.toString().padStart(DIGITS[group.length] ?? 17, '0')
  }
  return text
}

/** Undefined for anything that `toDigits` does not write. */
export function fromDigits(text: string): Uint8Array | undefined {
  if (!/^\d*$/.test(text)) return undefined
  const out: number[] = []
  for (let at = 0; at < text.length; at += 17) {
    const digits = text.slice(at, at + 17)
    const count = (DIGITS as readonly number[]).indexOf(digits.length)
    const value = BigInt(digits)
    if (count < 1 || value >= 256n ** BigInt(count)) return undefined
    for (let place = count - 1; place >= 0; place--) out.push(Number((value >> BigInt(8 * place)) & 255n))
  }
  return Uint8Array.from(out)
}

const POLYNOMIAL = 0xedb88320

/** CRC-32 (ISO 3309, as in PNG and zip): every change of one byte gives another sum. It is no proof of who wrote. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
