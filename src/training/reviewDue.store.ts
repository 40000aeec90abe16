/** The list of what is due, in local storage, and today by this device's clock. */

import { readSetting, writeSetting } from '../device/settings.store.ts'
import type { Calendar } from './cards.ts'
import { type Day, dayAt } from './day.ts'
import { ratingOf } from './rating.ts'
import { capFrom, type DueList, decodeDue, encodeDue, type Reviewed, withAnswer } from './reviewDue.ts'

export const dayOf = (at: number): Day => dayAt(at, -new Date(at).getTimezoneOffset())
export const calendarNow = (): Calendar => ({ today: dayOf(Date.now()), dayOf })

export const writeDue = (list: DueList): void => writeSetting('due', encodeDue(list))
export const readCap = (): number => capFrom(readSetting('cap'))

/** What is due, with the first answers that other pages have left since. */
export function readDue(): DueList {
  const kept = decodeDue(readSetting('due'))
  const noted = readSetting('noted')
  if (!noted) return kept
  const list = noted.split('\n').flatMap(noteIn).reduce(withAnswer, kept)
  writeDue(list)
  writeSetting('noted', '')
  return list
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

/** Local storage may hold anything: a line that is no note is none. */
function noteIn(line: string): Reviewed[] {
  try {
    const [question, earned, possible, hints, sure, at, behaviour]: unknown[] = JSON.parse(line)
    if (typeof question !== 'string' || !isCount(earned) || !isCount(possible) || !isCount(at)) return []
    const rating = ratingOf({ earned, possible, ...(isCount(hints) && { hints }), ...(sure === 1 && { sure }) })
    return [{ question, rating, today: dayOf(at), inReview: behaviour === 'review' }]
  } catch {
    return []
  }
}
