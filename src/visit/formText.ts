/** What stands in a form's fields, as a reader sees it. */
import { fill, type Lang, localeOf } from '../lang/text.ts'
import type { Field, Form } from './form.ts'
import type { Filled } from './paper.ts'

const WALL = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/

/** Whether an input for days and times can show it. */
export const isWall = (text: string) => text === '' || WALL.test(text)

/** `2026-11-27T10:30`, the time on the wall where the device is; `zone`: minutes east of UTC at that moment. */
export function wallTime(at: number, zone: number): string {
  return new Date(at + zone * 60_000).toISOString().slice(0, 16)
}

/** `2026-11`: the month on the wall. */
export function monthAt(at: number, zone: number): string {
  return wallTime(at, zone).slice(0, 7)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making one takes longer than using it a hundred times. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + Object.values(options).join()
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  formats.set(key, format)
  return format
}

/** A day or a time on the wall in words; anything else as it stands. */
export function wallText(wall: string, lang: Lang): string {
  const [, year, month, day, hour, minute] = WALL.exec(wall) ?? []
  if (year === undefined) return wall
  const at = new Date(`${year}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}:00Z`)
  if (Number.isNaN(at.getTime())) return wall
  const locale = lang === 'en' ? 'en-GB' : localeOf(lang)
  const style = { dateStyle: lang === 'en' ? 'medium' : 'long' } as const
  return formatOf(locale, hour === undefined ? style : { ...style, timeStyle: 'short', hourCycle: 'h23' }).format(at)
}

export function monthText(month: string, lang: Lang): string {
  const at = new Date(`${month}-01T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return month
  return formatOf(localeOf(lang), { year: 'numeric', month: lang === 'en' ? 'short' : 'long' }).format(at)
}

/** What a field holds, in words. */
export function valueText(field: Field, value: string, lang: Lang): string {
  if (field.type === 'date' || field.type === 'datetime') return wallText(value, lang)
  if (field.type === 'choice') return field.choices?.find(({ id }) => id === value)?.text[lang] ?? value
  return value
}

/** A kind that the form knows by its name; another one as it was written. */
export function kindText(form: Form, kind: string, lang: Lang): string {
  return form.kinds?.choices.find(({ id }) => id === kind)?.text[lang] ?? kind
}

/** `typed` and `declined` have a `{name}`. */
export type SignatureWords = Readonly<Record<'drawn' | 'typed' | 'declined', string>>

export function signatureText({ signature }: Filled, words: SignatureWords): string {
  if (!signature) return ''
  if (signature.how === 'drawn') return words.drawn
  return signature.how === 'typed' ? fill(words.typed, { name: signature.name }) : fill(words.declined, { name: signature.reason })
}
