/** Forms as they are defined, and filled ones: writing into one, what is missing, what kind it is. */
import type { Text } from '../lang/text.ts'
import type { Filled, Signature } from './paper.ts'

export const FIELD_TYPES = ['text', 'date', 'datetime', 'phone', 'choice', 'signature', 'stamp'] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** What a field may be filled from in a run: something of the run, or of one of its steps. */
export const RUN_PARTS = ['order', 'customer', 'started', 'finished'] as const
export const STEP_PARTS = ['time', 'note'] as const
export type Source = { readonly run: (typeof RUN_PARTS)[number] } | { readonly step: string; readonly take: (typeof STEP_PARTS)[number] }

export interface Named {
  readonly id: string
  readonly text: Text
}

export interface Field {
  readonly id: string
  readonly label: Text
  /** `standard`: the standard asks for it. */
  readonly origin: 'standard' | 'advice'
  readonly type?: FieldType | undefined
  /** Lines it has on paper; one where it is left out. */
  readonly lines?: number | undefined
  readonly choices?: readonly Named[] | undefined
  /** The stage of the checklist at which it is filled in. */
  readonly stage?: string | undefined
  readonly from?: readonly Source[] | undefined
}

export interface Form {
  readonly id: string
  readonly title: Text
  readonly note: Text
  readonly checklist?: string | undefined
  readonly kinds?: { readonly note: Text; readonly choices: readonly Named[] } | undefined
  readonly fields: readonly Field[]
}

/** Characters that a field of one line takes, of two, of more. With longer ones a full form would not fit one sheet of paper. */
export const LIMITS = [60, 200, 400] as const
/** Characters of the name of a kind that no list has, of a typed name, and of a reason for declining. */
export const KIND = 30
export const NAME = 60
export const REASON = 120

export const isLong = (field: Field) => (field.lines ?? 1) > 1 && !onPaperOnly(field)
export const limitOf = (field: Field) => LIMITS[isLong(field) ? Math.min(field.lines ?? 1, 3) - 1 : 0] ?? LIMITS[0]
/** A signature is kept apart from the fields, and a stamp is put on paper. */
export const onPaperOnly = ({ type }: Field) => type === 'signature' || type === 'stamp'
export const asksSignature = (form: Form) => form.fields.some(({ type }) => type === 'signature')

/** Shortened to what a field holds, with a sign that it was. */
export function shortened(text: string, most: number): string {
  const signs = [...text]
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`
}

/** A new one, not yet kept anywhere. */
export function blank(form: string, id: string, now: number, filled: Readonly<Record<string, string>> = {}, run?: string): Filled {
  return { v: 1, id, form, created: now, changed: now, fields: filled, ...(run !== undefined && { run }) }
}

/** With one field changed. A form that is signed stays as it was signed. */
export function withField(filled: Filled, field: string, text: string, now: number): Filled {
  if (filled.signature || (filled.fields[field] ?? '') === text) return filled
  const { [field]: _, ...others } = filled.fields
  return { ...filled, fields: text === '' ? others : { ...others, [field]: text }, changed: now }
}

/** With what a visit says in the fields that are empty. What somebody wrote stays, and a signed form too. */
export function withFields(filled: Filled, told: Readonly<Record<string, string>>, now: number): Filled {
  return Object.entries(told).reduce((so, [id, text]) => (so.fields[id] ? so : withField(so, id, text, now)), filled)
}

/** Undefined takes the signature away, so that the fields can be changed again. */
export function withSignature({ signature: _, ...filled }: Filled, signature: Signature | undefined, now: number): Filled {
  return { ...filled, ...(signature && { signature }), changed: now }
}

/** An empty kind: not yet classified. Whoever classifies may do so after the customer has signed. */
export function withKind({ kind: _, ...filled }: Filled, kind: string, now: number): Filled {
  return { ...filled, ...(kind.trim() !== '' && { kind: kind.trim() }), changed: now }
}

/** Handing a form out changes nothing in it. */
export function withExported(filled: Filled, now: number): Filled {
  return { ...filled, exported: now }
}

/** Fields without anything in them, and whether the standard asks for them. The stamp is seen on paper only. */
export function missing(form: Form, filled: Filled): { readonly standard: readonly Field[]; readonly advice: readonly Field[] } {
  const empty = form.fields.filter(field =>
    field.type === 'stamp' ? false : field.type === 'signature' ? !filled.signature : (filled.fields[field.id] ?? '').trim() === ''
  )
  return { standard: empty.filter(({ origin }) => origin === 'standard'), advice: empty.filter(({ origin }) => origin === 'advice') }
}

/** Fields as they stand on paper: long ones alone, short ones two in a row, a short one without a partner alone. */
export function rowsOf<F extends Pick<Field, 'type' | 'lines'>>(fields: readonly F[]): F[][] {
  const rows: F[][] = []
  const isShort = (field: F) => field.type === 'signature' || field.type === 'stamp' || (field.lines ?? 1) === 1
  for (const field of fields) {
    const last = rows.at(-1)
    const before = last?.length === 1 ? last[0] : undefined
    if (last && before && isShort(before) && isShort(field)) last.push(field)
    else rows.push([field])
  }
  return rows
}
