/** Days and months in words. A day of the calendar has no clock and no time zone. */
import type { Day } from './day.ts'

export function dayText(day: Day, locale: string, options: Intl.DateTimeFormatOptions = { dateStyle: 'long' }): string {
  return new Date(day * 86_400_000).toLocaleDateString(locale, { ...options, timeZone: 'UTC' })
}
