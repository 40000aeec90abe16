/**
 * Finds the Chinese words that letters may stand for: whole readings (`jinyongyu`, the last one perhaps half typed) or
 * first letters (`jyy`). Only words that the handbook has: a reading alone could be a hundred words.
 */
import type { Characters } from './section.ts'

export type Readings = ReadonlyMap<string, readonly string[]>

export interface Spoken {
  readonly word: string
  /** How often it was found; titles count more. */
  readonly count: number
}

export interface Heard {
  /** `whole`: to the last letter; `begun`: the last reading is half typed; `first`: first letters only. */
  readonly how: 'whole' | 'begun' | 'first'
  readonly words: readonly Spoken[]
}

/** A text, and how much a word in it counts. */
export interface Source {
  readonly text: string
  readonly weight: number
}

const MOST = 6
const LONGEST = 40
/** Letters of the shortest word in a row of words: two readings of two. */
const SHORTEST = 4

export function readingsOf({ readings }: Characters): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const entry of readings.split(',')) {
    const [reading = '', signs = ''] = entry.split(' ')
    for (const sign of signs) map.set(sign, [...(map.get(sign) ?? []), reading])
  }
  return map
}

/** Where the word that begins at `at` ends, when it reads as the letters; -1 when it doesn't. Han in the letters stand for themselves. */
function endOf(letters: string, text: string, at: number, readings: Readings, begun: boolean): number {
  if (letters === '') return at
  const sign = text.charAt(at)
  if (sign === '') return -1
  if (letters.startsWith(sign)) return endOf(letters.slice(1), text, at + 1, readings, begun)
  for (const reading of readings.get(sign) ?? []) {
    if (letters.startsWith(reading)) {
      const end = endOf(letters.slice(reading.length), text, at + 1, readings, begun)
      if (end !== -1) return end
    } else if (begun && reading.startsWith(letters)) return at + 1
  }
  return -1
}

function endOfFirst(letters: string, text: string, at: number, readings: Readings): number {
  for (let index = 0; index < letters.length; index++) {
    const letter = letters.charAt(index)
    if (!readings.get(text.charAt(at + index))?.some(reading => reading.startsWith(letter))) return -1
  }
  return at + letters.length
}

type Way = readonly [how: Heard['how'], end: (letters: string, text: string, at: number, readings: Readings) => number]
const WHOLE: Way = ['whole', (letters, text, at, readings) => endOf(letters, text, at, readings, false)]
const BEGUN: Way = ['begun', (letters, text, at, readings) => endOf(letters, text, at, readings, true)]
const FIRST: Way = ['first', endOfFirst]

/** Hears words in the texts it was given. Their places are sorted by first letters, so that few have to be looked at. */
export class Ear {
  readonly #readings: Readings
  readonly #sources: Source[] = []
  /** For each letter the sources and the places in them, in a row. */
  readonly #places = new Map<string, number[]>()

  constructor(readings: Readings) {
    this.#readings = readings
  }

  add(...sources: readonly Source[]): void {
    for (const source of sources) this.#sort(this.#sources.push(source) - 1, source.text)
  }

  #sort(source: number, text: string): void {
    for (let at = 0; at < text.length; at++) {
      let before = ''
      for (const reading of this.#readings.get(text.charAt(at)) ?? []) {
        const letter = reading.charAt(0)
        const places = this.#places.get(letter)
        if (letter === before) continue
        if (places) places.push(source, at)
        else this.#places.set(letter, [source, at])
        before = letter
      }
    }
  }

  #gather(letter: string, end: (text: string, at: number) => number): Spoken[] {
    const counts = new Map<string, number>()
    const places = this.#places.get(letter) ?? []
    for (let index = 0; index < places.length; index += 2) {
      const { text = '', weight = 0 } = this.#sources[places[index] ?? -1] ?? {}
      const at = places[index + 1] ?? 0
      const to = end(text, at)
      if (to <= at) continue
      const word = text.slice(at, to)
      counts.set(word, (counts.get(word) ?? 0) + weight)
    }
    return [...counts]
      .map(([word, count]) => ({ word, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST)
  }

  /** Letters that are several words in a row, the longest first; the last one perhaps half typed. */
  hearRow(letters: string): Heard[] | undefined {
    const whole = this.#hear(letters, [WHOLE, BEGUN])
    if (whole) return [whole]
    for (let at = Math.min(letters.length, LONGEST) - SHORTEST; at >= SHORTEST; at--) {
      const heard = this.#hear(letters.slice(0, at), [WHOLE])
      const rest = heard && this.hearRow(letters.slice(at))
      if (heard && rest) return [heard, ...rest]
    }
    return
  }

  /** `letters` is folded, without spaces and apostrophes. */
  hear(letters: string): Heard | undefined {
    return this.#hear(letters, [WHOLE, BEGUN, FIRST])
  }

  #hear(letters: string, ways: readonly Way[]): Heard | undefined {
    if (letters.length < 2 || letters.length > LONGEST) return
    const start = letters.charAt(0)
    const first = this.#readings.get(start)?.[0]?.charAt(0) ?? start
    for (const [how, end] of ways) {
      const words = this.#gather(first, (text, at) => end(letters, text, at, this.#readings))
      if (words.length > 0) return { how, words }
    }
    return
  }
}
