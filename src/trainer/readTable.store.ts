/** A pasted or exported table as rows of texts: tabs, commas or semicolons, quoted cells too. */
import Papa from 'papaparse'

/** Characters that are still read. */
const LARGEST = 10_000_000

export function readTable(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.slice(0, LARGEST).replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  return data
}
