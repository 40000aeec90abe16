/**
 * Loads what is searched and makes the index in slices, so that a slow phone never stands still. Whoever shows the
 * answers is told when there is more to show.
 */
import type { Lang } from '../lang/text.ts'
import { type Found, Lookup } from './lookup.ts'
import type { Packed, Vocabulary } from './section.ts'

/** Milliseconds of one slice: four times as long on a slow phone, and still no long task. */
const SLICE = 8
const BASE = import.meta.env.BASE_URL.replace(/\/?$/, '/')

export type State = 'loading' | 'growing' | 'ready' | 'failed'

let lookup: Lookup | undefined
let state: State = 'loading'
let other: 'none' | 'coming' | 'here' | 'failed' = 'none'
let tell: () => unknown = () => undefined

export const stateNow = () => state
export const theLookup = () => lookup

/** `changed` is called whenever the same question may have another answer. */
export function listen(changed: () => unknown): void {
  tell = changed
}

async function get<T>(path: string, coming = fetch(BASE + path)): Promise<T> {
  const answer = await coming
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.json()
}

function become(next: State): void {
  state = next
  tell()
}

const pause = () => new Promise(done => setTimeout(done))

async function grow(growing: Lookup): Promise<void> {
  state = 'growing'
  for (let goesOn = true; goesOn; ) {
    const until = performance.now() + SLICE
    while (goesOn && performance.now() < until) goesOn = growing.grow()
    await pause()
  }
  become('ready')
}

/** The text and the words, when they are on their way already; without them, and whenever they did not come, they are asked for again. */
export async function load(lang: Lang, [text, words]: readonly Promise<Response>[] = []): Promise<void> {
  if (lookup) return
  const again = state === 'failed'
  become('loading')
  try {
    const packed = await Promise.all([
      get<Packed>(`${lang}/search.json`, again ? undefined : text),
      get<Vocabulary>('search-words.json', again ? undefined : words)
    ])
    lookup = new Lookup(...packed, (of, name) => get(`${of}/search/${name}.json`))
    await pause()
    await grow(lookup)
  } catch {
    become('failed')
  }
}

async function loadOther(of: Lang, asking: Lookup): Promise<void> {
  other = 'coming'
  try {
    asking.join(await get<Packed>(`${of}/search.json`))
    other = 'here'
    await grow(asking)
  } catch {
    other = 'failed'
    tell()
  }
}

/** What is found now, and whether that is all there will be. */
export function ask(lang: Lang, query: string): Found & { readonly isAll: boolean } {
  if (!lookup) return { paths: [], wantsOther: false, isAll: false }
  const found = lookup.ask(query)
  if (found.wantsOther && state === 'ready' && other === 'none') void loadOther(lang === 'zh' ? 'en' : 'zh', lookup)
  return { ...found, isAll: state === 'ready' && (!found.wantsOther || other === 'failed') }
}
