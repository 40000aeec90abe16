/** Sealed receipts in whatever a trainer pastes or drops: whole chats, links, codes, files of many lines. */
import { type AnswersFile, fromAnswersFile } from '../training/answers.ts'
import { fromBase64url, fromDigits } from '../training/bytes.ts'

/** Nothing longer is read at once, in characters: some hundred thousand receipts. */
export const LARGEST = 80_000_000
/** No sealed receipt has fewer or more bytes. */
const LEAST = 100
const MOST = 4000

/** Where the code stands in a link or a message: `r=` before letters, `s=` before digits; the console's file has bare lines. */
const CODE = /(?:^|[#\s，。：:(（"'])(?:([rs])=)?([\w-]{130,6000})(?![\w-])/gm

export interface Found {
  readonly sealed: readonly Uint8Array[]
  /** Places that look like a code and are none: cut short or changed by a chat. */
  readonly damaged: number
}

/** One code after another, in the order of the text; `damaged` for what looks like one and is none. Never throws. */
export function* codesIn(text: string): Generator<Uint8Array | 'damaged'> {
  const seen = new Set<string>()
  for (const [, mark, code = ''] of text.slice(0, LARGEST).matchAll(CODE)) {
    if (seen.has(code)) continue
    seen.add(code)
    const bytes = mark === 's' ? fromDigits(code) : fromBase64url(code)
    if (bytes && bytes.length >= LEAST && bytes.length <= MOST) yield bytes
    else if (mark !== undefined) yield 'damaged'
  }
}

/** Each code once. */
export function receiptsIn(text: string): Found {
  const all = [...codesIn(text)]
  return { sealed: all.filter(one => one !== 'damaged'), damaged: all.filter(one => one === 'damaged').length }
}

/** What the first line of a file with answers begins with. */
const ANSWERS = 'service-handbook answers '

/** Every file with answers that stands in a text, one behind the other. Never throws. */
export function answersIn(text: string): AnswersFile[] {
  const found: AnswersFile[] = []
  for (let at = text.indexOf(ANSWERS); at >= 0; ) {
    let end = at
    // Three lines; expressions for such long lines would need a deep stack.
    for (let line = 0; line < 3 && end < text.length; line++) {
      const next = text.indexOf('\n', end)
      end = next === -1 ? text.length : next + 1
    }
    found.push(fromAnswersFile(text.slice(at, end)))
    at = text.indexOf(ANSWERS, Math.max(end, at + 1))
  }
  return found
}
