/**
 * Progress at a glance, for pages that only show it: read from the witness at once, without the log and the code that
 * keeps it. The log itself is loaded only when it does not have as many events as the witness says, or had not.
 */
import { NAME } from '../device/place.ts'
import type { Progress } from './progress.ts'
import { NEW_LEARNER, type Witness } from './witness.ts'
import { decodeWitness } from './witnessRead.ts'

const key = `${NAME}witness`

export function readWitness(): Witness {
  try {
    return decodeWitness(localStorage.getItem(key)) ?? NEW_LEARNER
  } catch {
    return NEW_LEARNER
  }
}

/** Events in the log on disk; -1 where it can't be read. A new learner gets no empty database from being counted. */
function countOnDisk(): Promise<number> {
  return new Promise(resolve => {
    try {
      const opening = indexedDB.open(NAME)
      let fresh = false
      opening.onupgradeneeded = () => {
        fresh = true
        opening.transaction?.abort()
      }
      opening.onerror = () => resolve(fresh ? 0 : -1)
      opening.onsuccess = () => {
        const counting = opening.result.transaction('events').objectStore('events').count()
        counting.onsuccess = () => resolve(counting.result)
        counting.onerror = () => resolve(-1)
        opening.result.close()
      }
    } catch {
      resolve(-1)
    }
  })
}

/** Shows progress now and whenever it changes in another tab; says so when events are missing. */
export async function glance(show: (progress: Progress) => void, tellLost?: () => void): Promise<void> {
  const again = () => show(readWitness().progress)
  again()
  addEventListener('storage', event => {
    if (event.key === key || event.key === null) again()
  })
  addEventListener('pageshow', event => {
    if (event.persisted) again()
  })
  const { count, lost } = readWitness()
  if (!lost && (await countOnDisk()) === count) return
  const { record, showNotice } = await import('./whole.island.ts')
  showNotice()
  await record.ready
  if (record.$health.get().type === 'lost') tellLost?.()
  else record.$progress.subscribe(show)
}
