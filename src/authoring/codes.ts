/** Short names of modules and rules for links and QR codes. Build time: in a browser they come with the page. */
import { createHash } from 'node:crypto'

/** The first three bytes of the SHA-256 of an id, as a whole number. It is the same for ever, like the id. */
export function codeOf(id: string): number {
  return createHash('sha256').update(id).digest().readUIntBE(0, 3)
}

/** Pairs of ids that would have the same code. */
export function sameCodes(ids: readonly string[], code = codeOf): [string, string][] {
  const seen = new Map<number, string>()
  return ids.flatMap(id => {
    const other = seen.get(code(id))
    seen.set(code(id), id)
    return other === undefined || other === id ? [] : [[other, id] as [string, string]]
  })
}
