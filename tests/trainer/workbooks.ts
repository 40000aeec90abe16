/** Workbooks as spreadsheet programs write them, packed by a library that the handbook does not use to unpack them. */
import { strToU8, zipSync } from 'fflate'

type Parts = Readonly<Record<string, string>>

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export const zipped = (parts: Parts): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

interface Written {
  /** Each with the XML within `sheetData`, and a state where it is hidden. */
  readonly sheets: readonly { readonly name: string; readonly data: string; readonly state?: string }[]
  /** The XML within `sst`. */
  readonly texts?: string
  /** The XML within `styleSheet`. */
  readonly styles?: string
}

/** The parts of a workbook as Excel has them. */
export function partsOf({ sheets, texts, styles }: Written): Record<string, string> {
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
  const list = sheets.map(
    ({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 7}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`
  )
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${[
      ...sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      ...(texts === undefined ? [] : [relation('rId90', 'sharedStrings', 'sharedStrings.xml')]),
      ...(styles === undefined ? [] : [relation('rId91', 'styles', 'styles.xml')])
    ].join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(({ data }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:C9"/><sheetData>${data}</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells></worksheet>`
      ])
    ),
    ...(texts !== undefined && { 'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${texts}</sst>` }),
    ...(styles !== undefined && { 'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` })
  }
}

export const workbookOf = (written: Written) => zipped(partsOf(written))

/** Cells with their texts in them, from A1 on. */
export function inline(rows: readonly (readonly string[])[]): string {
  const cell = (text: string, row: number, column: number) =>
    `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
  return rows.map((cells, row) => `<row r="${row + 1}">${cells.map((text, at) => cell(text, row, at)).join('')}</row>`).join('')
}
