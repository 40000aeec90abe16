/** Sealed receipts in whatever a trainer pastes or drops: whole chats, links, codes, files of many lines. */
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

/** Each code once, in the order of the text. Never throws. */
export function receiptsIn(text: string): Found {
  const seen = new Set<string>()
  const sealed: Uint8Array[] = []
  let damaged = 0
  for (const [, mark, code = ''] of text.slice(0, LARGEST).matchAll(CODE)) {
    if (seen.has(code)) continue
    seen.add(code)
    const bytes = mark === 's' ? fromDigits(code) : fromBase64url(code)
    if (bytes && bytes.length >= LEAST && bytes.length <= MOST) sealed.push(bytes)
    else if (mark !== undefined) damaged++
  }
  return { sealed, damaged }
}
