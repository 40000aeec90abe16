/** Puts what pages have left behind onto the desk: loaded where there is something. */
import { type BackedUp, DECODERS } from './decode.ts'
import { isLoose } from './decoding.ts'
import type { Desk } from './desk.store.ts'
import { BACKED_UP, union } from './deskBackup.ts'

async function put<D extends BackedUp>(desk: Desk, drawer: D, what: unknown, isKnown: boolean): Promise<void> {
  const thing = DECODERS[drawer](what)
  if (!thing) return
  await desk.change(drawer, thing.id, found => {
    if (found === undefined) return isKnown ? undefined : thing
    const there = DECODERS[drawer](found)
    // Of two that were changed in the same moment, what was left is the later one.
    return there && union(drawer, thing, there)
  })
}

/** Rejects when the disk refuses; what was written before that does no harm when it is written again. */
export async function putLeft(desk: Desk, texts: readonly unknown[]): Promise<void> {
  for (const text of texts) {
    const left = read(text)
    const drawer = BACKED_UP.find(one => one === left?.drawer)
    if (drawer) await put(desk, drawer, left?.thing, left?.known === true)
  }
}

function read(text: unknown) {
  try {
    const found: unknown = JSON.parse(String(text))
    return isLoose(found) ? found : undefined
  } catch {
    return undefined
  }
}
