/** The runs of this handbook's desk. */
import { desk } from './desk.store.ts'
import { openRuns } from './run.store.ts'

/** 64 random bits. `randomUUID` would be missing where the handbook is served without TLS. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(2))].map(part => part.toString(36)).join('-')
}

export const runs = openRuns(desk, () => Date.now(), newId)
