/**
 * Tables for spreadsheets (RFC 4180). A cell that begins like a formula would be one in Excel, so it gets an apostrophe:
 * what somebody typed stays text. See OWASP, “CSV Injection”.
 */

/** Half-width, full-width and small signs that begin a formula, and what hides one. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",;\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Begins with a byte order mark, without which Excel takes Chinese for something else. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')}`
}
