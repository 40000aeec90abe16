/** What the page hands to the visit tool, and how instants are written in it. */
import { type Lang, localeOf } from '../lang/text.ts'
import type { Checklist } from './paper.ts'
import type { Clock } from './runText.ts'
import type { KeepingWords, RunPaperWords, RunWords } from './runWords.ts'

export interface VisitPage {
  readonly lang: Lang
  readonly words: RunWords
  readonly keeping: KeepingWords
  readonly paper: Readonly<Record<Lang, RunPaperWords>>
  readonly checklist: Checklist
  /** Address under which the handbook's pages stand. */
  readonly handbook: string
  /** Address of the form that is filled in during a visit, begun from a run by `?run=ID`; undefined where the handbook has none. */
  readonly form?: string | undefined
  /** Steps at which that form is at hand. */
  readonly formSteps: readonly string[]
}

export const addressOf = (run: string) => `#run=${run}`

/** The run that an address names. */
export function runIn(hash: string): string | undefined {
  return /^#run=([\w-]{1,100})$/.exec(hash)?.[1]
}

const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString()

/** Today by the time alone, any other day with its date. */
export function clockFor(lang: Lang, now: number): Clock {
  const time = new Intl.DateTimeFormat(localeOf(lang), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const day = new Intl.DateTimeFormat(localeOf(lang), { month: 'short', day: 'numeric' })
  const today = new Date(now)
  return at => (sameDay(new Date(at), today) ? '' : `${day.format(at)} `) + time.format(at)
}

/** `2026-11-27 14:03`, for files: read the same in both languages, and by spreadsheets. */
export const fileClock: Clock = at => {
  const date = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
