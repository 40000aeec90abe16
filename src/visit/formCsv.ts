/** Forms as a table for a spreadsheet. */
import { csvOf } from '../lang/csv.ts'
import type { Lang } from '../lang/text.ts'
import { type Form, onPaperOnly } from './form.ts'
import { kindText, signatureText, wallTime } from './formText.ts'
import type { Filled } from './paper.ts'

export interface CsvWords {
  readonly form: string
  readonly id: string
  readonly created: string
  readonly kind: string
  readonly signature: string
  readonly signedAt: string
  readonly drawn: string
  /** Have a `{name}`. */
  readonly typed: string
  readonly declined: string
}

interface Told {
  readonly lang: Lang
  readonly words: CsvWords
  /** Minutes east of UTC at a moment. */
  readonly zoneAt: (at: number) => number
}

export function csvFor(forms: readonly Form[], filled: readonly Filled[], told: Told): string {
  return csvOf(rowsFor(forms, filled, told))
}

/**
 * The forms as rows, a head first. Fields are columns; those of different forms with one label share none. Times stay as
 * spreadsheets read them, `2026-11-27 10:30`.
 */
export function rowsFor(forms: readonly Form[], filled: readonly Filled[], { lang, words, zoneAt }: Told): string[][] {
  const used = forms.filter(form => filled.some(one => one.form === form.id))
  const columns = used.flatMap(form => form.fields.filter(field => !onPaperOnly(field)).map(field => ({ form, field })))
  const time = (at: number) => wallTime(at, zoneAt(at)).replace('T', ' ')
  const labelOf = ({ form, field }: (typeof columns)[number]) =>
    used.length > 1 ? `${form.title[lang]}: ${field.label[lang]}` : field.label[lang]
  const cell = (one: Filled, { form, field }: (typeof columns)[number]) => {
    const value = one.form === form.id ? (one.fields[field.id] ?? '') : ''
    if (field.type === 'choice') return field.choices?.find(({ id }) => id === value)?.text[lang] ?? value
    return field.type === 'datetime' ? value.replace('T', ' ') : value
  }
  const head = [words.form, words.id, words.created, words.kind, ...columns.map(labelOf), words.signature, words.signedAt]
  const rows = filled.flatMap(one => {
    const form = used.find(({ id }) => id === one.form)
    if (!form) return []
    const first = [form.title[lang], one.id, time(one.created), one.kind === undefined ? '' : kindText(form, one.kind, lang)]
    const last = [signatureText(one, words), one.signature ? time(one.signature.at) : '']
    return [[...first, ...columns.map(column => cell(one, column)), ...last]]
  })
  return [head, ...rows]
}
