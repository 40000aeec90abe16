/**
 * SHA-256 (FIPS 180-4) and HMAC (RFC 2104) without waiting. The browser's own is asked through a promise for each call,
 * which costs more than these few bytes: ten thousand receipts need a hundred thousand hashes.
 */

const K = Uint32Array.from([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
  0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
  0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
  0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
  0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
  0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
])
const BEGINNING = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]
const BLOCK = 64
const words = new Int32Array(BLOCK)

/** One block of 64 bytes at `at` into the state. */
function compress(state: Int32Array, bytes: Uint8Array, at: number): void {
  for (let index = 0; index < 16; index++) {
    const from = at + 4 * index
    words[index] = ((bytes[from] ?? 0) << 24) | ((bytes[from + 1] ?? 0) << 16) | ((bytes[from + 2] ?? 0) << 8) | (bytes[from + 3] ?? 0)
  }
  for (let index = 16; index < BLOCK; index++) {
    const early = words[index - 15] ?? 0
    const late = words[index - 2] ?? 0
    const one = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3)
    const two = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10)
    words[index] = ((words[index - 16] ?? 0) + one + (words[index - 7] ?? 0) + two) | 0
  }
  let a = state[0] ?? 0
  let b = state[1] ?? 0
  let c = state[2] ?? 0
  let d = state[3] ?? 0
  let e = state[4] ?? 0
  let f = state[5] ?? 0
  let g = state[6] ?? 0
  let h = state[7] ?? 0
  for (let index = 0; index < BLOCK; index++) {
    const turn = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const first = (h + turn + ((e & f) ^ (~e & g)) + (K[index] ?? 0) + (words[index] ?? 0)) | 0
    const other = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const second = (other + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0] = (state[0] ?? 0) + a
  state[1] = (state[1] ?? 0) + b
  state[2] = (state[2] ?? 0) + c
  state[3] = (state[3] ?? 0) + d
  state[4] = (state[4] ?? 0) + e
  state[5] = (state[5] ?? 0) + f
  state[6] = (state[6] ?? 0) + g
  state[7] = (state[7] ?? 0) + h
}

/** The hash of what `state` has taken in (`before` bytes, whole blocks) and of `bytes`. */
function finished(state: Int32Array, bytes: Uint8Array, before: number): Uint8Array {
  let at = 0
  for (; at + BLOCK <= bytes.length; at += BLOCK) compress(state, bytes, at)
  const rest = bytes.length - at
  const tail = new Uint8Array(rest < BLOCK - 8 ? BLOCK : 2 * BLOCK)
  tail.set(bytes.subarray(at))
  tail[rest] = 0x80
  const bits = (before + bytes.length) * 8
  for (let place = 1; place <= 6; place++) tail[tail.length - place] = Math.floor(bits / 256 ** (place - 1))
  for (let block = 0; block < tail.length; block += BLOCK) compress(state, tail, block)
  const hash = new Uint8Array(32)
  for (let place = 0; place < 32; place++) hash[place] = (state[place >> 2] ?? 0) >> (24 - 8 * (place & 3))
  return hash
}

export function sha256Of(bytes: Uint8Array): Uint8Array {
  return finished(Int32Array.from(BEGINNING), bytes, 0)
}

/** HMAC with SHA-256 under a key of at most 64 bytes, made once for many messages. */
export function hmacUnder(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  if (key.length > BLOCK) throw new RangeError('The key is too long')
  const begun = (mask: number) => {
    const block = new Uint8Array(BLOCK).fill(mask)
    for (let index = 0; index < key.length; index++) block[index] = (key[index] ?? 0) ^ mask
    const state = Int32Array.from(BEGINNING)
    compress(state, block, 0)
    return state
  }
  const [inner, outer] = [begun(0x36), begun(0x5c)]
  return message => finished(outer.slice(), finished(inner.slice(), message, BLOCK), BLOCK)
}
