/** Chooses the size of print at which a filled form fits one sheet of A4. Reckoned to the safe side, not measured. */
import type { Lang } from '../lang/text.ts'
import { type Field, type Form, isLong, onPaperOnly, rowsOf } from './form.ts'

/** Steps of the print, the largest first: points, and millimetres a line is high. Must agree with slip.css. */
export const SIZES = [
  { name: 'large', points: 10.5, line: 5.2, least: 9.5, long: 20 },
  { name: 'medium', points: 9, line: 4.3, least: 7.5, long: 11 },
  { name: 'small', points: 7.5, line: 3.5, least: 5.5, long: 8 },
  { name: 'tiny', points: 6.5, line: 3, least: 4.5, long: 6 }
] as const
export type Size = (typeof SIZES)[number]['name']

/** Millimetres for the fields, without title and note, within margins of 16 and 18 mm; and the least for a signature and a stamp. */
const ROOM = 231
const SIGNED = 28
/** Millimetres for a label, for text in a row that is shared, and for text in one that isn't. */
const LABEL = 24
const HALF = 54
const WHOLE = 141
const MM_PER_POINT = 0.3528

/** Width of a text in ems: Chinese and full-width signs take a whole one, capitals more than small letters. */
function ems(text: string): number {
  let sum = 0
  for (const sign of text) {
    if (/[\u1100-\uffdc\u{1f000}-\u{3ffff}]/u.test(sign)) sum += 1
    else if (/[MW@%\u{2e80}-\u{ffff}]/u.test(sign)) sum += 0.95
    else sum += /[A-Z0-9]/.test(sign) ? 0.68 : 0.56
  }
  return sum
}

const BREAK = /\r\n|[\n\r\u2028\u2029\v\f]/

/** The text without empty lines; where there is no room for line breaks, or the field is one line, they become spaces. */
export function forPaper(text: string, hasBreaks: boolean): string {
  const lines = text
    .split(BREAK)
    .map(line => line.trim())
    .filter(line => line !== '')
  return lines.join(hasBreaks ? '\n' : ' ')
}

/** A tenth more than its ems: lines break before they are full. */
function linesOf(text: string, width: number, points: number): number {
  const perLine = width / (points * MM_PER_POINT)
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((ems(line) * 1.1) / perLine)), 0)
}

export interface Fit {
  readonly size: Size
  /** Whether line breaks are printed. */
  readonly hasBreaks: boolean
}

/** What stands in a field, in words. */
export type TextOf = (field: Field) => string

function heightOf(form: Form, lang: Lang, textOf: TextOf, { size: name, hasBreaks }: Fit): number {
  const { points, line, least, long } = SIZES.find(one => one.name === name) ?? SIZES[0]
  return rowsOf(form.fields).reduce((sum, row) => {
    const width = row.length > 1 ? HALF : WHOLE
    const lines = row.flatMap(field => [
      linesOf(field.label[lang], LABEL, points),
      linesOf(forPaper(textOf(field), hasBreaks && isLong(field)), width, points)
    ])
    // Under a signature stands when it was given.
    const [smallest, below] = row.some(onPaperOnly) ? [SIGNED, line * 2] : [row.some(isLong) ? long : least, 0]
    return sum + Math.max(smallest, Math.max(...lines) * line + 2 + below)
  }, 0)
}

/** Whether it fits one sheet in this way. */
export function fits(form: Form, lang: Lang, textOf: TextOf, fit: Fit): boolean {
  return heightOf(form, lang, textOf, fit) <= ROOM
}

/** From the best way to print to the one that holds most. */
export const FITS: readonly Fit[] = [
  ...SIZES.map(({ name }) => ({ size: name, hasBreaks: true })),
  ...SIZES.slice(-2).map(({ name }) => ({ size: name, hasBreaks: false }))
]

export function fitOf(form: Form, lang: Lang, textOf: TextOf): Fit {
  return FITS.find(fit => fits(form, lang, textOf, fit)) ?? { size: 'tiny', hasBreaks: false }
}
