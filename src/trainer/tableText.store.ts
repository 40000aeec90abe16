/** The text of a table that was saved as a file, whichever code a spreadsheet program wrote it in. */

export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

export interface TableText {
  readonly text: string
  readonly encoding: Encoding
}

/** Marks at the beginning of a file that say in which code it is. */
const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]]
]
/** So much is looked at for zeros. */
const SAMPLE = 4000

function readAs(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}

/** Where every second byte is mostly zero, it is UTF-16 without its mark. */
function wide(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = (odd: number) => sample.filter((byte, at) => byte === 0 && at % 2 === odd).length
  const [even, odd] = [zeros(0), zeros(1)]
  if (Math.max(even, odd) * 10 < sample.length) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** `asked`: the code that somebody chose, else it is found out. Undefined where the bytes are no text in it. */
export function textOfTable(bytes: Uint8Array, asked?: Encoding): TableText | undefined {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0]
  const likely = asked ?? marked ?? wide(bytes)
  for (const encoding of likely ? [likely] : (['utf-8', 'gb18030', 'windows-1252'] as const)) {
    const text = readAs(bytes, encoding)
    if (text !== undefined) return text.includes('\0') ? undefined : { text, encoding }
  }
  return undefined
}
