/** Unpacks one file of a ZIP file with what the browser has for it, and stops where it grows larger than there is room. */
import { own } from '../training/keys.store.ts'
import type { ZipEntry } from './zip.ts'

/** Undefined where it is larger than `room`, in bytes. Rejects where it is damaged, or packed in a way that nobody uses. */
export async function unpack(zip: Uint8Array, { from, to, method, unpacked }: ZipEntry, room: number): Promise<Uint8Array | undefined> {
  if (unpacked > room) return undefined
  const packed = zip.subarray(from, to)
  if (method === 0) return packed.length > room ? undefined : packed
  if (method !== 8) throw new TypeError('Packed in an unknown way')
  const reader = new Blob([own(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > room) {
      await reader.cancel()
      return undefined
    }
    pieces.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
