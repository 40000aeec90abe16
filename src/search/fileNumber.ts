/**
 * What a file number says that was typed into the search box: YYMMDD of the check-in, then three digits of the serial
 * number. In the register's example 040214001 is 14 February 2004, so the years are those of this century.
 */
import { fold } from './tokens.ts'

export interface FileNumber {
  readonly digits: string
  readonly year: number
  readonly month: number
  readonly day: number
  readonly serial: number
  /** Why no guest can have it. */
  readonly fault?: 'length' | 'month' | 'day' | 'serial'
}

const LENGTH = 9
const CENTURY = 2000

/** Days of a month from 1 to 12. The next month's day 0 is this month's last. */
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

function faultOf({ digits, year, month, day, serial }: FileNumber): FileNumber['fault'] {
  if (digits.length !== LENGTH) return 'length'
  if (month < 1 || month > 12) return 'month'
  if (day < 1 || day > daysIn(year, month)) return 'day'
  return serial === 0 ? 'serial' : undefined
}

/** The one number of nine digits that was typed, or one of nearly as many that was all that was typed. */
function digitsIn(query: string): string | undefined {
  const folded = fold(query).replace(/(\d)[\s\-–./]+(?=\d)/g, '$1')
  const [digits = '', ...more] = folded.match(/\d+/g) ?? []
  const isAll = digits === folded.trim()
  const isOne = digits.length === LENGTH || (isAll && Math.abs(digits.length - LENGTH) === 1)
  return isOne && more.length === 0 ? digits : undefined
}

export function fileNumberIn(query: string): FileNumber | undefined {
  const digits = digitsIn(query)
  if (digits === undefined) return
  const two = (at: number) => Number(digits.slice(at, at + 2))
  const number = { digits, year: CENTURY + two(0), month: two(2), day: two(4), serial: Number(digits.slice(6)) }
  const fault = faultOf(number)
  return fault ? { ...number, fault } : number
}
