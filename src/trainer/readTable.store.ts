/** A pasted or exported table as rows of texts: tabs, commas or semicolons, quoted cells too. */
import Papa from 'papaparse'

/** Characters that are still read. */
const LARGEST = 10_000_000
const SEPARATORS = ['\t', ',', ';', '|']

/** A row that was typed or pasted with another separator than the rest: one cell, or a tab within a cell. */
function resplit(row: string[], own: string): string[] {
  if (row.length > 1 && !row.some(cell => cell.includes('\t'))) return row
  const line = row.join(own)
  if (line.includes('\n')) return row
  let best = row
  for (const delimiter of SEPARATORS) {
    if (delimiter === own || !line.includes(delimiter)) continue
    const cells = Papa.parse<string[]>(line, { delimiter }).data[0] ?? []
    if (cells.length > best.length) best = cells
  }
  return best
}

const parsed = (text: string) => Papa.parse<string[]>(text.slice(0, LARGEST).replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })

export const readTable = (text: string): string[][] => parsed(text).data

/** A list of people: each row by its own separator where the table's own does not fit. */
export function readList(text: string): string[][] {
  const { data, meta } = parsed(text)
  return data.map(row => resplit(row, meta.delimiter))
}
