/**
 * Days of the calendar, without hours and without time zones: a guest who left on the 30th left on the 30th wherever
 * the file is read. Written `2026-11-30`, as forms and backups write them.
 */

export interface CalendarDay {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysIn(year: number, month: number): number {
  return month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function isDay({ year, month, day }: CalendarDay): boolean {
  return (
    [year, month, day].every(Number.isInteger) &&
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month)
  )
}

export function readDay(written: string): CalendarDay | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? []
  const read = { year: Number(year), month: Number(month), day: Number(day) }
  return isDay(read) ? read : undefined
}

const digits = (value: number, count: number) => String(value).padStart(count, '0')

export function writeDay({ year, month, day }: CalendarDay): string {
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`
}

/**
 * Days since 1 January 1970, negative before; the Gregorian calendar throughout. Years begin in March here, so that a
 * leap day is the last of its year (H. Hinnant, chrono-compatible low-level date algorithms, `days_from_civil`).
 */
export function toNumber({ year, month, day }: CalendarDay): number {
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

/** The inverse of `toNumber` (`civil_from_days`). */
export function fromNumber(number: number): CalendarDay {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
  )
  const ofYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  }
}

export function addDays(day: CalendarDay, count: number): CalendarDay {
  return fromNumber(toNumber(day) + count)
}

/** From the first day to the second; negative when the second comes before. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return toNumber(to) - toNumber(from)
}

/** The day that a clock on the wall shows: `now` is read in the device's own time zone. */
export function dayOf(now: Date): CalendarDay {
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }
}

/** Milliseconds until the wall clock shows another day, whether this one has 23, 24 or 25 hours. */
export function untilTomorrow(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime()
}

/** A day for a reader. `options` are those of Intl; a time zone is none of them. */
export function tellDay(
  day: CalendarDay,
  locale: string,
  options: Omit<Intl.DateTimeFormatOptions, 'timeZone'> = { dateStyle: 'full' }
): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(toNumber(day) * 86_400_000))
}
