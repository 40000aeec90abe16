/**
 * Reads XML as spreadsheet programs write it, strictly: every tag is closed, and a file with a document type is refused, so
 * that no entity of its own can grow. Names come without their prefix: programs differ in it.
 */
import { SOME, type Work } from '../device/work.ts'

export interface XmlReader {
  /** `attributes`: as they stand in the tag. */
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

const TAG = /<(\/?)((?:[\w.-]+:)?([\w.-]+))((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const ENTITY = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));|&/g
const DEEPEST = 100
/** What stands between tags and is no text: how it begins and ends. */
const ASIDES = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>']
] as const

/** Undefined where an entity is none of XML's own. */
function plain(text: string): string | undefined {
  if (!text.includes('&')) return text
  let isWell = true
  const read = text.replace(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
    const sign = code === undefined ? ENTITIES[name ?? ''] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined
    isWell &&= sign !== undefined
    return sign ?? whole
  })
  return isWell ? read : undefined
}

const attributes = new Map<string, RegExp>()

/** Thousands of cells ask for the same few. */
function attribute(name: string): RegExp {
  const found = attributes.get(name) ?? new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  attributes.set(name, found)
  return found
}

/** The value of an attribute, whatever its prefix; its entities stay where they make no sense. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const [, double, single] = attribute(name).exec(attributes) ?? []
  const value = double ?? single
  return value === undefined ? undefined : (plain(value) ?? value)
}

/** Whether it is well formed to its end; what was read before a fault has been told already. */
export function* readXml(xml: string, reader: XmlReader): Work<boolean> {
  const opened: string[] = []
  let at = xml.startsWith('\uFEFF') ? 1 : 0
  let isOver = false
  for (let turn = 1; at < xml.length; turn++) {
    if (turn % SOME === 0) yield
    const next = xml.indexOf('<', at)
    const text = plain(xml.slice(at, next < 0 ? undefined : next))
    if (text === undefined) return false
    if (opened.length > 0) reader.text(text)
    else if (text.trim() !== '') return false
    if (next < 0) break
    at = next
    const aside = ASIDES.find(([begin]) => xml.startsWith(begin, at))
    if (aside) {
      const [begin, end] = aside
      const over = xml.indexOf(end, at + begin.length)
      if (over < 0) return false
      if (begin === '<![CDATA[') {
        if (opened.length === 0) return false
        reader.text(xml.slice(at + begin.length, over))
      }
      at = over + end.length
      continue
    }
    TAG.lastIndex = at
    const [tag, closing, whole = '', name = '', attributes = '', empty] = TAG.exec(xml) ?? []
    if (tag === undefined || (closing && (attributes || empty))) return false
    at += tag.length
    if (closing) {
      if (opened.pop() !== whole) return false
    } else {
      if (isOver || opened.length >= DEEPEST) return false
      reader.open(name, attributes)
      if (!empty) opened.push(whole)
    }
    if (closing || empty) reader.close(name)
    isOver = opened.length === 0
  }
  return isOver
}
