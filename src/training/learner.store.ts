/** The record of whoever uses this browser: one for each page that is open, opened when the first island asks. */

import { NAME } from '../device/place.ts'
import { openDisk } from './disk.store.ts'
import { openRecord } from './record.store.ts'

function localStorageOrNone(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/** 64 random bits as letters and digits. */
export function randomWord(): string {
  return [...crypto.getRandomValues(new Uint32Array(2))].map(part => part.toString(36)).join('')
}

export const record = openRecord({
  disk: openDisk(NAME),
  storage: localStorageOrNone(),
  channel: 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : undefined,
  names: { witness: `${NAME}witness`, device: `${NAME}device`, left: `${NAME}left` },
  now: () => Date.now(),
  zone: () => -new Date().getTimezoneOffset(),
  word: randomWord
})

// A page that comes back from the back/forward cache, or to the front, may have missed a message.
addEventListener('pageshow', event => {
  record.setLeaving(false)
  if (event.persisted) void record.refresh()
})
document.addEventListener('visibilitychange', () => {
  record.setLeaving(document.hidden)
  if (!document.hidden) void record.refresh()
})
// Before anything else hears of it: what others add in their last moment is left behind too.
addEventListener('pagehide', () => record.setLeaving(true), true)
