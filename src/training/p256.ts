/**
 * Points of the curve P-256 (SEC 2, secp256r1) in their short form: 33 bytes in place of 65. Not every browser's WebCrypto
 * reads the short form, so the second coordinate is worked out here. Only public keys pass through; time is no secret.
 */
import { fromHex, toHex } from './assignment.ts'

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn

function power(base: bigint, exponent: bigint): bigint {
  let value = 1n
  for (let square = base % P, left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) value = (value * square) % P
    square = (square * square) % P
  }
  return value
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(bytes)}`)
}

function bytesOf(number: bigint): Uint8Array {
  return fromHex(number.toString(16).padStart(64, '0'))
}

/** From 65 bytes (4, x, y) to 33. */
export function compressed(point: Uint8Array): Uint8Array {
  if (point.length !== 65 || point[0] !== 4) throw new RangeError('This is no uncompressed point of P-256')
  return Uint8Array.of(2 + ((point[64] ?? 0) & 1), ...point.subarray(1, 33))
}

/** From 33 bytes to 65; undefined for what is no point of the curve. SEC 1, 2.3.4: as P is 3 modulo 4, a root is a power. */
export function decompressed(short: Uint8Array): Uint8Array | undefined {
  const [sign] = short
  if (short.length !== 33 || (sign !== 2 && sign !== 3)) return undefined
  const x = numberOf(short.subarray(1))
  if (x >= P) return undefined
  const square = ((((x * x - 3n) * x + B) % P) + P) % P
  const root = power(square, (P + 1n) / 4n)
  if ((root * root) % P !== square) return undefined
  const y = Number(root & 1n) === sign - 2 ? root : P - root
  const point = new Uint8Array(65)
  point[0] = 4
  point.set(short.subarray(1), 1)
  point.set(bytesOf(y), 33)
  return point
}
