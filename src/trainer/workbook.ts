/**
 * What a list of people needs of a workbook (ECMA-376, as Excel, WPS and LibreOffice write it): its sheets and the texts of
 * their cells. Undefined is what is not well formed.
 */
import type { Work } from '../device/work.ts'
import { attributeOf, readXml, type XmlReader } from './xml.ts'

export interface Relation {
  readonly id: string
  /** The last word of its kind: the words before differ between the two editions of the format. */
  readonly kind: string
  readonly target: string
}

export interface SheetRows {
  readonly rows: readonly (readonly string[])[]
  /** There was more than is read. */
  readonly isCut: boolean
}

export const MOST_ROWS = 20_000
export const MOST_COLUMNS = 50
const MOST_TEXTS = 1_000_000
/** A name or a staff number is shorter. */
const LONGEST = 2000

const nothing = () => undefined

function* readParts(xml: string, reader: Partial<XmlReader>): Work<boolean> {
  return yield* readXml(xml, { open: nothing, close: nothing, text: nothing, ...reader })
}

/** A part that another one points to: within its folder, or from the top. */
export function partAt(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.filter(step => step !== '').join('/')
}

export function* relationsIn(xml: string): Work<Relation[] | undefined> {
  const relations: Relation[] = []
  const open = (name: string, attributes: string) => {
    const [id, kind, target] = (['Id', 'Type', 'Target'] as const).map(one => attributeOf(attributes, one) ?? '')
    if (name === 'Relationship' && id && kind && target) relations.push({ id, kind: kind.slice(kind.lastIndexOf('/') + 1), target })
  }
  return (yield* readParts(xml, { open })) ? relations : undefined
}

/** The sheets that are shown; where all are hidden, all. */
export function* sheetsIn(xml: string): Work<readonly { readonly name: string; readonly id: string }[] | undefined> {
  const sheets: { readonly name: string; readonly id: string; readonly isShown: boolean }[] = []
  const open = (name: string, attributes: string) => {
    // Without a space before it `sheetId` would be found.
    const id = attributeOf(attributes, 'id')
    if (name !== 'sheet' || id === undefined) return
    sheets.push({ name: attributeOf(attributes, 'name') ?? '', id, isShown: (attributeOf(attributes, 'state') ?? 'visible') === 'visible' })
  }
  if (!(yield* readParts(xml, { open }))) return undefined
  const shown = sheets.filter(({ isShown }) => isShown)
  return shown.length > 0 ? shown : sheets
}

/** What XML can't hold is written as `_x000D_`. */
const unescaped = (text: string) => text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** The texts that cells point to, in runs or in one; how they are spoken is left out. */
export function* textsIn(xml: string): Work<string[] | undefined> {
  const texts: string[] = []
  let text = ''
  let isText = false
  let spoken = 0
  const isRead = yield* readParts(xml, {
    open: name => {
      if (name === 'si') text = ''
      else if (name === 'rPh') spoken++
      isText = name === 't' && spoken === 0
    },
    text: some => {
      if (isText && text.length < LONGEST) text += some
    },
    close: name => {
      isText = false
      if (name === 'rPh') spoken--
      if (name === 'si' && texts.length < MOST_TEXTS) texts.push(unescaped(text).slice(0, LONGEST))
    }
  })
  return isRead ? texts : undefined
}

/** How many digits each style shows at least: 123 with the format 00000 is the staff number 00123. */
export function* digitsIn(xml: string): Work<number[] | undefined> {
  const formats = new Map<string, number>()
  const digits: number[] = []
  let isCells = false
  const isRead = yield* readParts(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        const [zeros] = /^0{2,30}(?=$|;)/.exec(attributeOf(attributes, 'formatCode') ?? '') ?? []
        if (zeros) formats.set(attributeOf(attributes, 'numFmtId') ?? '', zeros.length)
      } else if (name === 'cellXfs') isCells = true
      else if (name === 'xf' && isCells) digits.push(formats.get(attributeOf(attributes, 'numFmtId') ?? '') ?? 0)
    },
    close: name => {
      if (name === 'cellXfs') isCells = false
    }
  })
  return isRead ? digits : undefined
}

/** A number as a cell shows it: whole ones with all their digits, however they are written. */
function numberText(value: string, digits: number): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  if (!Number.isInteger(number) || Math.abs(number) > 1e21) return String(Number(number.toPrecision(15)))
  const whole = /^\d+$/.test(value) ? value : String(BigInt(number))
  return number < 0 ? whole : whole.padStart(digits, '0')
}

/** From 0; undefined where a cell does not say where it is. `AB12` is in column 27. */
function columnOf(place: string | undefined): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(place ?? '') ?? []
  return letters === undefined ? undefined : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** The rows of a sheet, with the empty ones between them, so that the tenth is the tenth. `texts` and `digits`: of the workbook. */
export function* rowsIn(xml: string, texts: readonly string[], digits: readonly number[]): Work<SheetRows | undefined> {
  const rows: string[][] = []
  let isCut = false
  let row = -1
  let column = -1
  let kind = 'n'
  let style = 0
  let text = ''
  let isText = false
  let spoken = 0
  const put = () => {
    if (text.trim() === '') return
    if (row >= MOST_ROWS || column >= MOST_COLUMNS) {
      isCut = true
      return
    }
    const cell = textOf()
    if (cell === '') return
    while (rows.length <= row) rows.push([])
    const cells = rows[row] ?? []
    while (cells.length < column) cells.push('')
    cells[column] = cell
  }
  const textOf = (): string => {
    if (kind === 's') return texts[Number(text)] ?? ''
    if (kind === 'n') return numberText(text, digits[style] ?? 0)
    if (kind === 'b') return text.trim() === '1' ? 'TRUE' : 'FALSE'
    return unescaped(text).slice(0, LONGEST)
  }
  const isRead = yield* readParts(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        const number = Number(attributeOf(attributes, 'r'))
        row = Number.isSafeInteger(number) && number > 0 ? number - 1 : row + 1
        column = -1
      } else if (name === 'c') {
        column = columnOf(attributeOf(attributes, 'r')) ?? column + 1
        kind = attributeOf(attributes, 't') ?? 'n'
        style = Number(attributeOf(attributes, 's') ?? 0)
        text = ''
      } else if (name === 'rPh') spoken++
      isText = name === 'v' || (name === 't' && spoken === 0)
    },
    text: some => {
      if (isText && text.length < LONGEST) text += some
    },
    close: name => {
      isText = false
      if (name === 'rPh') spoken--
      if (name === 'c') put()
    }
  })
  return isRead ? { rows, isCut } : undefined
}
