/** Writing an answer for a reader: a day with its weekday, a number with its unit. */
import { type Lang, localeOf } from '../../lang/text.ts'
import type { NumberForm } from '../question.ts'
import { read } from './number.ts'

interface Asked {
  readonly form: NumberForm
  readonly unit?: string | undefined
}

/** Behind the number; a per cent has one even where the author wrote none. */
export function unitOf({ form, unit }: Asked): string | undefined {
  return unit ?? (form === 'percent' ? '%' : undefined)
}

/** `typed` as it is told back; what can't be read stays as it was typed. */
export function written(asked: Asked, typed: string, lang: Lang): string {
  const value = read(typed, asked.form)
  if (value === undefined) return typed
  if (asked.form === 'date')
    return new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`))
  const unit = unitOf(asked) ?? ''
  return `${value}${/^[\p{L}]/u.test(unit) && lang === 'en' ? ' ' : ''}${unit}`
}
