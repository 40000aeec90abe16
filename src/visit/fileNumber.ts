/**
 * File numbers of individual and group guests: the check-in date as YYMMDD and a serial number, as in 040214001. The
 * century doesn't stand in the number; it is read as 20xx, as the standard's own example is.
 */
import { type CalendarDay, daysIn, writeDay } from './calendarDay.ts'

export const CENTURY = 2000

export interface FileNumber {
  readonly checkIn: CalendarDay
  readonly serial: number
}

/** Why something is no file number. `number`: the figure that can't be. */
export type NumberFault =
  | { readonly why: 'empty' }
  | { readonly why: 'letters'; readonly sign: string }
  | { readonly why: 'length'; readonly count: number; readonly wanted: number }
  | { readonly why: 'month'; readonly month: string }
  | { readonly why: 'day'; readonly month: number; readonly day: string; readonly last: number; readonly year: number }
  | { readonly why: 'serial' }

export type ReadNumber = { readonly type: 'number'; readonly number: FileNumber } | ({ readonly type: 'wrong' } & NumberFault)

/** The date part, as in 040214. */
export function datePart(checkIn: CalendarDay): string {
  return writeDay(checkIn).slice(2).replaceAll('-', '')
}

/** The serial number of a file number with this date part; undefined where it is none. */
export function serialOf(number: string, date: string, digits: number): string | undefined {
  return number.startsWith(date) && number.length === date.length + digits ? number.slice(date.length) : undefined
}

/** The first number with this date part. */
export function firstNumber(date: string, digits: number): string {
  return date + '1'.padStart(digits, '0')
}

export function largestSerial(digits: number): number {
  return 10 ** digits - 1
}

/** Undefined where the day is not of this century or the serial number has no room. */
export function writeNumber({ checkIn, serial }: FileNumber, digits: number): string | undefined {
  const fits = Number.isInteger(serial) && serial >= 1 && serial <= largestSerial(digits)
  const isCentury = checkIn.year >= CENTURY && checkIn.year < CENTURY + 100
  return fits && isCentury ? datePart(checkIn) + String(serial).padStart(digits, '0') : undefined
}

/** Reads what was typed: full-width digits, and spaces or dashes between them, are taken as meant. */
export function readNumber(typed: string, digits: number): ReadNumber {
  const number = typed.normalize('NFKC').replace(/[\s\u200b-\u200d\ufeff－−–—-]/g, '')
  if (number === '') return { type: 'wrong', why: 'empty' }
  const [sign] = /\D/u.exec(number) ?? []
  if (sign !== undefined) return { type: 'wrong', why: 'letters', sign }
  if (number.length !== 6 + digits) return { type: 'wrong', why: 'length', count: number.length, wanted: 6 + digits }
  const [year, month, day] = [CENTURY + Number(number.slice(0, 2)), Number(number.slice(2, 4)), Number(number.slice(4, 6))]
  if (month < 1 || month > 12) return { type: 'wrong', why: 'month', month: number.slice(2, 4) }
  const last = daysIn(year, month)
  if (day < 1 || day > last) return { type: 'wrong', why: 'day', month, day: number.slice(4, 6), last, year }
  const serial = Number(number.slice(6))
  return serial === 0 ? { type: 'wrong', why: 'serial' } : { type: 'number', number: { checkIn: { year, month, day }, serial } }
}

/** The number after the last one of a day; `full` when the serial number has no room for another. */
export function nextNumber({ checkIn, serial }: FileNumber, digits: number): string | 'full' {
  return writeNumber({ checkIn, serial: serial + 1 }, digits) ?? 'full'
}
