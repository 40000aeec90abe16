/** How the characters of the handbook are read, and their Traditional forms: only those that occur. Build time only. */
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import type { Characters } from '../search/section.ts'

const HAN = /\p{Script=Han}/u
/** The two bytes of Big5 that hold the 5,401 characters in common use: rarer ones would only make the map larger. */
const COMMON = { first: 0xa4, last: 0xc6 }

/** The readings of each character where it stands: most have one, whatever a dictionary could think of. */
function readingsIn(texts: readonly string[]): Map<string, Set<string>> {
  const readings = new Map<string, Set<string>>()
  for (const text of texts) {
    const signs = [...text]
    for (const [index, reading] of pinyin(text, { toneType: 'none', type: 'array' }).entries()) {
      const sign = signs[index] ?? ''
      // As it is typed: `ü` as `v`.
      const typed = reading.replaceAll('ü', 'v')
      if (HAN.test(sign) && /^[a-z]+$/.test(typed)) readings.set(sign, (readings.get(sign) ?? new Set()).add(typed))
    }
  }
  return readings
}

function common(): Set<string> {
  const decoder = new TextDecoder('big5')
  const signs = new Set<string>()
  for (let high = COMMON.first; high <= COMMON.last; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const sign = decoder.decode(Uint8Array.of(high, low))
      if (HAN.test(sign) && sign.length === 1) signs.add(sign)
    }
  }
  return signs
}

export function charactersIn(texts: readonly string[]): Characters {
  const signs = readingsIn(texts)
  const read = new Map<string, string[]>()
  for (const sign of [...signs.keys()].sort()) {
    for (const reading of signs.get(sign) ?? []) read.set(reading, [...(read.get(reading) ?? []), sign])
  }
  const simplify = Converter({ from: 't', to: 'cn' })
  const forms = new Map<string, string[]>()
  for (const sign of common()) {
    const simple = simplify(sign)
    if (simple !== sign && signs.has(simple) && !signs.has(sign)) forms.set(simple, [...(forms.get(simple) ?? []), sign])
  }
  const readings = [...read].sort(([a], [b]) => (a < b ? -1 : 1))
  const inOrder = new Set(readings.flatMap(([, list]) => list))
  return {
    traditional: [...inOrder].flatMap(simple => forms.get(simple)?.map(sign => sign + simple) ?? []).join(''),
    readings: readings.map(([reading, list]) => `${reading} ${list.join('')}`).join(',')
  }
}
