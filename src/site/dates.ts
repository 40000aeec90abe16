/** Calendar days as `YYYY-MM-DD`, without clock or time zone. */
import { type Lang, localeOf } from '../lang/text.ts'

function at(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** Made once: making a format costs far more than using it. */
const formatOf = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
const LONG: Readonly<Record<Lang, Intl.DateTimeFormat>> = { zh: formatOf(localeOf('zh')), en: formatOf('en-GB') }

/** 2026年11月24日, 24 November 2026. */
export function longDay(day: string, lang: Lang): string {
  return LONG[lang].format(at(day))
}

/** The same day `months` later, or the last day of that month where it has no such day. */
export function monthsLater(day: string, months: number): string {
  const date = at(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0)
  date.setUTCDate(Math.min(wanted, date.getUTCDate()))
  return date.toISOString().slice(0, 10)
}

export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}
