/**
 * The list of contents of a ZIP file, read from its end as the format asks (APPNOTE 4.3): where each file lies, and how long
 * it says it is. Nothing is unpacked here, and what a file says of its own length is not believed later.
 */

export interface ZipEntry {
  readonly name: string
  /** 0: as it is, 8: deflated. Nothing else is read. */
  readonly method: number
  readonly isLocked: boolean
  /** Where its bytes begin and end in the file. */
  readonly from: number
  readonly to: number
  /** Bytes, as it says. */
  readonly unpacked: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const MOST_ENTRIES = 5000
/** A spreadsheet's own files have names in ASCII. */
const nameIn = (bytes: Uint8Array) => String.fromCharCode(...bytes)

/** Undefined for what is no ZIP file, is cut or damaged, or is larger than 4 GB. */
export function entriesOf(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = (at: number) => view.getUint32(at, true)
  const half = (at: number) => view.getUint16(at, true)
  try {
    let end = bytes.length - END_LENGTH
    const first = Math.max(0, end - LONGEST_COMMENT)
    while (end >= first && whole(end) !== END) end--
    if (end < first) return undefined
    const count = half(end + 10)
    if (count > MOST_ENTRIES) return undefined
    const entries: ZipEntry[] = []
    let at = whole(end + 16)
    for (let number = 0; number < count; number++) {
      if (whole(at) !== CENTRAL) return undefined
      const [named, extra, comment, local] = [half(at + 28), half(at + 30), half(at + 32), whole(at + 42)]
      if (whole(local) !== LOCAL) return undefined
      const from = local + 30 + half(local + 26) + half(local + 28)
      const to = from + whole(at + 20)
      if (to > bytes.length) return undefined
      const name = nameIn(bytes.subarray(at + 46, Math.min(at + 46 + named, at + 46 + 300)))
      entries.push({ name, method: half(at + 10), isLocked: (half(at + 8) & 1) === 1, from, to, unpacked: whole(at + 24) })
      at += 46 + named + extra + comment
    }
    return entries
  } catch {
    return undefined // it points behind its end
  }
}
