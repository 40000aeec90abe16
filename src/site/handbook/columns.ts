/** The most a column asks for, in halves of a Chinese character: a longer cell wraps. */
const MOST = 48
/** How much a table holds on a phone, and what lies between two columns, in the same unit. */
const PHONE = 42
const GAP = 2

/** How wide a text is, in halves of a Chinese character. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0)
}

/** The text of an HTML fragment, as wide as it is shown: an entity is one character. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .trim()
    .replace(/&#?\w+;/g, '-')
}

/** How wide the longest piece is that can't be broken: a word, or two Chinese characters. */
function longestWord(text: string): number {
  const words = text.match(/[^\s\u2e80-\uffff]+/g) ?? []
  return Math.max(4, ...words.map(widthOf))
}

interface Column {
  least: number
  wish: number
}

/** What each column needs at least, and what its longest cell would like. */
function columnsOf(inside: string): Column[] {
  const columns: Column[] = []
  for (const row of inside.split(/<tr[\s>]/).slice(1)) {
    for (const [index, [, cell = '']] of [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].entries()) {
      const text = textOf(cell)
      const { least, wish } = columns[index] ?? { least: 0, wish: 0 }
      columns[index] = {
        least: Math.max(least, Math.min(MOST, longestWord(text)) + GAP),
        wish: Math.max(wish, Math.min(MOST, widthOf(text)) + GAP)
      }
    }
  }
  return columns
}

const sum = (numbers: readonly number[]) => numbers.reduce((whole, one) => whole + one, 0)

/**
 * The columns' shares of a table's width, in whole per cent (together 100), from the HTML inside of it. On a phone the
 * longest word of each column fits, where that is possible; the rest is divided by what the longest cells still wish for.
 */
export function columnShares(inside: string): number[] {
  const columns = columnsOf(inside)
  const least = columns.map(column => column.least)
  const room = Math.max(0, PHONE - sum(least))
  const wishes = columns.map(column => Math.max(0, column.wish - column.least))
  const wished = sum(wishes)
  const widths = columns.map((column, index) => column.least + (wished > 0 ? (room * (wishes[index] ?? 0)) / wished : 0))
  const whole = sum(widths)
  const shares = widths.map(width => Math.round((width / whole) * 100))
  const [first] = shares
  if (first !== undefined) shares[0] = first + 100 - sum(shares)
  return shares
}
