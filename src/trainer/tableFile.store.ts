/** A list of people in a file: a table as text, or a workbook. Says in which code it was, or which sheets it has, or why it can't be read. */

import { readList } from './readTable.store.ts'
import { belowTitle, LARGEST_ROSTER } from './roster.ts'
import { inSlices } from './slices.store.ts'
import { type Encoding, textOfTable } from './tableText.store.ts'
import { MOST_COLUMNS, type SheetRows } from './workbook.ts'

export type FileRefusal = 'too-large' | 'old' | 'locked' | 'numbers' | 'ods' | 'web' | 'picture' | 'damaged' | 'empty'

export interface Sheet extends SheetRows {
  /** Empty: the file is one table. */
  readonly name: string
  /** Rows above its first one. */
  readonly above: number
}

export type TableFile =
  | { readonly type: 'table'; readonly sheets: readonly Sheet[]; readonly encoding?: Encoding }
  | { readonly type: 'refused'; readonly why: FileRefusal }

export const LARGEST_FILE = 10_000_000
const ZIP = [0x50, 0x4b, 3, 4]
/** Before the format of today: one file for every program of the office. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x25, 0x50, 0x44, 0x46]
]

const refused = (why: FileRefusal): TableFile => ({ type: 'refused', why })

function includes(bytes: Uint8Array, text: string): boolean {
  const codes = [...text].flatMap(sign => [sign.charCodeAt(0), 0])
  for (let at = bytes.indexOf(codes[0] ?? 0); at >= 0; at = bytes.indexOf(codes[0] ?? 0, at + 1)) {
    if (codes.every((code, index) => bytes[at + index] === code)) return true
  }
  return false
}

/** Without what stands above the heads, and without columns that hold nothing. */
function sheetOf(name: string, { rows, isCut }: SheetRows): Sheet {
  const { rows: below, above } = belowTitle(rows)
  const used = new Set<number>()
  for (const row of below) for (const [at, cell] of row.entries()) if (cell.trim() !== '') used.add(at)
  const columns = [...used].sort((a, b) => a - b)
  const kept = columns.slice(0, MOST_COLUMNS)
  return { name, above, isCut: isCut || kept.length < columns.length, rows: below.map(row => kept.map(at => row[at] ?? '')) }
}

/** Text that was pasted, or of a file. */
export function sheetOfText(text: string): Sheet {
  const rows = readList(text)
  return sheetOf('', { rows, isCut: rows.length > LARGEST_ROSTER })
}

/** `asked`: the code of its letters that somebody chose. Never rejects. */
export async function readTableFile(bytes: Uint8Array, asked?: Encoding): Promise<TableFile> {
  const begins = (mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte)
  if (bytes.length > LARGEST_FILE) return refused('too-large')
  if (begins(COMPOUND)) return refused(includes(bytes, 'EncryptedPackage') ? 'locked' : 'old')
  if (PICTURES.some(begins)) return refused('picture')
  try {
    if (begins(ZIP)) {
      const { readWorkbook } = await import('./workbook.store.ts')
      const read = await readWorkbook(bytes, work => inSlices(work, () => false))
      if (read.type === 'refused') return read
      const sheets = read.sheets.map(one => sheetOf(one.name, one)).filter(({ rows }) => rows.length > 0)
      return sheets.length > 0 ? { type: 'table', sheets } : refused('empty')
    }
    const found = textOfTable(bytes, asked)
    if (!found) return refused('damaged')
    if (/^\s*<(!doctype|html|\?xml|table|meta)/i.test(found.text)) return refused('web')
    const sheet = sheetOfText(found.text)
    return sheet.rows.length > 0 ? { type: 'table', sheets: [sheet], encoding: found.encoding } : refused('empty')
  } catch {
    return refused('damaged')
  }
}
