/**
 * Folds many files into few bytes, by leaving out what was there before, however far back.
 *
 * The pages of a site repeat each other: head, styles, bars, and every question in five forms. A host's gzip sees 32 KB
 * back and finds none of it. What is left here is text that any host can compress. This is LZ77 (Ziv and Lempel 1977)
 * with a window of everything and long matches only: short ones are the host's work.
 */

export interface Plain {
  /** Path below the site's base, without a slash before it. */
  readonly path: string
  /** UTF-8. */
  readonly bytes: Uint8Array
}

/** Runs of new bytes and of bytes that were there before, in turns. Lists of the same kind compress better apart. */
export interface Folded {
  readonly paths: readonly string[]
  /** Bytes of each file. */
  readonly sizes: readonly number[]
  /** Bytes that are new before each copy. */
  readonly fresh: readonly number[]
  /** Bytes of each copy. */
  readonly copied: readonly number[]
  /** Where a copy begins, counted from where the last one would go on if the new bytes were skipped there too. */
  readonly moved: readonly number[]
}

/** Shorter repetitions are left to the host: telling where they are costs more than it saves. */
const SHORTEST = 60
const BLOCK = 32
/** Every so many bytes one place is remembered. A repetition of SHORTEST bytes holds such a place with its block. */
const STRIDE = 16
const TRIES = 12
const BITS = 20

const isInsideCharacter = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80

function hash(bytes: Uint8Array, at: number): number {
  let sum = 0
  for (let i = 0; i < BLOCK; i++) sum = Math.imul(sum, 0x01000193) ^ (bytes[at + i] ?? 0)
  return (sum ^ (sum >>> 15)) & ((1 << BITS) - 1)
}

/** Where blocks were seen before. */
function openIndex(bytes: Uint8Array) {
  const newest = new Int32Array(1 << BITS).fill(-1)
  const before = new Int32Array(Math.ceil(bytes.length / STRIDE)).fill(-1)
  let next = 0
  return {
    /** Remembers all places before `end`. */
    fill(end: number) {
      for (; next + BLOCK <= end; next += STRIDE) {
        const slot = hash(bytes, next)
        before[next / STRIDE] = newest[slot] ?? -1
        newest[slot] = next
      }
    },
    /** Places that may begin with the block at `at`, the last first. */
    *candidates(at: number) {
      if (at + BLOCK > bytes.length) return
      let place = newest[hash(bytes, at)] ?? -1
      for (let tries = 0; place >= 0 && tries < TRIES; tries++) {
        yield place
        place = before[place / STRIDE] ?? -1
      }
    }
  }
}

interface Copy {
  readonly from: number
  readonly to: number
  readonly length: number
}

/** The longest repetition around `at`; it may reach back to `start`, where the last copy ended. */
function longest(bytes: Uint8Array, places: Iterable<number>, at: number, start: number): Copy | undefined {
  let best: Copy | undefined
  for (const place of places) {
    let [back, ahead] = [0, 0]
    while (at + ahead < bytes.length && bytes[place + ahead] === bytes[at + ahead]) ahead++
    while (at - back > start && place - back > 0 && bytes[place - back - 1] === bytes[at - back - 1]) back++
    while (back > 0 && isInsideCharacter(bytes[at - back])) back--
    while (ahead > 0 && isInsideCharacter(bytes[at + ahead])) ahead--
    if (back + ahead >= SHORTEST && back + ahead > (best?.length ?? 0)) best = { from: place - back, to: at - back, length: back + ahead }
  }
  return best
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Files with similar ones beside each other fold best. `text` is what is new, still UTF-8: no character is cut. */
export function fold(files: readonly Plain[]): { readonly folded: Folded; readonly text: Uint8Array } {
  const bytes = joined(files.map(file => file.bytes))
  const index = openIndex(bytes)
  const [fresh, copied, moved]: [number[], number[], number[]] = [[], [], []]
  const text: Uint8Array[] = []
  let [start, expected] = [0, 0]
  for (let at = 0; at < bytes.length; ) {
    index.fill(at)
    const copy = isInsideCharacter(bytes[at]) ? undefined : longest(bytes, index.candidates(at), at, start)
    if (!copy) {
      at++
      continue
    }
    const { from, to, length } = copy
    text.push(bytes.subarray(start, to))
    fresh.push(to - start)
    copied.push(length)
    moved.push(from - expected - (to - start))
    expected = from + length
    start = to + length
    at = start
  }
  text.push(bytes.subarray(start))
  const names = { paths: files.map(file => file.path), sizes: files.map(file => file.bytes.length) }
  return { folded: { ...names, fresh, copied, moved }, text: joined(text) }
}

/** The files again. Throws a RangeError where the numbers fit no text: a damaged pack. */
export function unfold({ paths, sizes, fresh, copied, moved }: Folded, text: Uint8Array): Plain[] {
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0))
  let [at, read, expected] = [0, 0, 0]
  const takeFresh = (length: number) => {
    bytes.set(text.subarray(read, read + length), at)
    at += length
    read += length
  }
  for (const [i, length] of copied.entries()) {
    takeFresh(fresh[i] ?? 0)
    const from = expected + (fresh[i] ?? 0) + (moved[i] ?? 0)
    if (from < 0 || from >= at || at + length > bytes.length) throw new RangeError('A pack that doesn’t fit')
    copyAhead(bytes, from, at, length)
    at += length
    expected = from + length
  }
  takeFresh(text.length - read)
  if (at !== bytes.length) throw new RangeError('A pack that doesn’t fit')
  let end = 0
  return paths.map((path, i) => {
    const begin = end
    end += sizes[i] ?? 0
    return { path, bytes: bytes.subarray(begin, end) }
  })
}

/** A copy may reach into itself: what it writes is then read again. */
function copyAhead(bytes: Uint8Array, from: number, to: number, length: number): void {
  for (let done = 0; done < length; ) {
    const step = Math.min(length - done, to + done - from)
    bytes.copyWithin(to + done, from, from + step)
    done += step
  }
}
