/** The files of a handbook that is too large to be searched as a whole. Build time only. */

import { partsOf } from '../search/index.ts'
import { pack } from '../search/pack.ts'
import { readingsOf } from '../search/pinyin.ts'
import { add, empty } from '../search/postings.ts'
import type { Packed, Sections } from '../search/section.ts'
import { FOR_ONE, NEAR, type PackedLists, SCALE, shardOf, TOGETHER } from '../search/shards.ts'
import { fold, runsOf, tokensOf } from '../search/tokens.ts'

/** Characters of a title that are heard from where a letter begins. */
const HEARD = 6

export const isFar = (sections: readonly unknown[]) => sections.length > NEAR

/** What is loaded first: those sections that synonyms lead to. */
export function head(all: Sections): Packed {
  const seen = new Set(all.synonyms.flatMap(({ see }) => see))
  const numbers = all.sections.flatMap(({ path }, index) => (seen.has(path) ? [index] : []))
  const sections = numbers.flatMap(number => all.sections[number] ?? [])
  const shards = Math.ceil(all.sections.length / FOR_ONE)
  return pack({ ...all, sections, far: { size: all.sections.length, shards, numbers } })
}

function stepsOf(list: readonly number[]): number[] {
  let last = 0
  return list.map((number, index) => {
    if (index % 2 === 1) return Math.round(number * SCALE)
    const step = number - last
    last = number
    return step
  })
}

/** Titles and names from every place where a word may begin, by the first letters of its readings. */
function heard({ sections, characters }: Sections): Map<string, Set<string>> {
  const readings = readingsOf(characters)
  const words = new Map<string, Set<string>>()
  const titles = new Set(
    sections
      .flatMap(section => partsOf(section).slice(0, 2))
      .flatMap(text => runsOf(fold(text)))
      .flatMap(run => (run.han ? run.text : []))
  )
  for (const title of titles) {
    for (let at = 0; at < title.length; at++) {
      for (const letter of new Set(readings.get(title.charAt(at))?.map(reading => reading.charAt(0)))) {
        words.set(letter, (words.get(letter) ?? new Set()).add(title.slice(at, at + HEARD)))
      }
    }
  }
  return words
}

/** All files by their names below the folder of the language’s search. */
export function shardsOf(all: Sections): Map<string, unknown> {
  const files = new Map<string, unknown>()
  const postings = empty()
  for (const section of all.sections) add(postings, partsOf(section).map(tokensOf))
  const shards = Math.ceil(all.sections.length / FOR_ONE)
  for (let shard = 0; shard < shards; shard++) files.set(`terms/${shard}`, {})
  for (const [token, list] of postings.lists) {
    const name = `terms/${shardOf(token, shards)}`
    files.set(name, Object.assign(files.get(name) as PackedLists, { [token]: stepsOf(list) }))
  }
  for (let part = 0; part * TOGETHER < all.sections.length; part++) {
    const sections = all.sections.slice(part * TOGETHER, (part + 1) * TOGETHER)
    files.set(`text/${part}`, pack({ ...all, sections }))
  }
  for (let letter = 97; letter < 123; letter++) files.set(`words/${String.fromCharCode(letter)}`, [])
  for (const [letter, words] of heard(all)) files.set(`words/${letter}`, [...words])
  return files
}
