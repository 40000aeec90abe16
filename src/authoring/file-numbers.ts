/** File numbers in a sentence: one with a check-in date beside it is that date and a serial number. */
import type { CalendarDay } from '../visit/calendarDay.ts'
import { datePart, firstNumber, serialOf } from '../visit/fileNumber.ts'

const CHINESE_DAY = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g
const ENGLISH_DAY = /\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})/gi
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** The dates of a sentence, each as the date part of a file number. */
function daysIn(sentence: string): string[] {
  const chinese = [...sentence.matchAll(CHINESE_DAY)].map(([, year, month, day]) => [year, month, day])
  const english = [...sentence.matchAll(ENGLISH_DAY)].map(([, day, month = '', year]) => [
    year,
    MONTHS.indexOf(month.toLowerCase()) + 1,
    day
  ])
  return [...chinese, ...english].map(([year, month, day]) =>
    datePart({ year: Number(year), month: Number(month), day: Number(day) } satisfies CalendarDay)
  )
}

export interface WrongNumber {
  readonly found: string
  readonly wanted: string
  readonly at: number
}

/** `example` is the register's number, `digits` how long its serial number is. Sentences with a card or a telephone are left alone. */
export function wrongFileNumbers(sentence: string, example: string, digits: number, nearby: boolean): WrongNumber[] {
  const numbers = [...sentence.matchAll(/(?<![\d-])\d{7,12}(?![\d-])/g)]
  const cut = numbers.filter(([number]) => number.startsWith(example.slice(0, 6)) && number.length !== example.length)
  if (cut.length > 0) return cut.map(match => ({ found: match[0], wanted: example, at: match.index }))
  const days = new Set(daysIn(sentence))
  const [day] = days
  const [number] = numbers
  if (days.size !== 1 || numbers.length !== 1 || !day || !number) return []
  if (!(nearby || /编号|file number/i.test(sentence)) || /卡号|电话|\bcard|phone/i.test(sentence)) return []
  if (serialOf(number[0], day, digits) !== undefined) return []
  return [{ found: number[0], wanted: firstNumber(day, digits), at: number.index }]
}
