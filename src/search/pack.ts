/** Packs what is searched for its way to the browser. Build time only. */
import {
  type Characters,
  type Line,
  type Packed,
  type PackedLine,
  packText,
  type Section,
  type Sections,
  type Vocabulary
} from './section.ts'

export function pack({ lang, sections, far }: Sections): Packed {
  let before = ''
  /** A part that stands after its page needs neither its address nor its title again. */
  const short = ({ path, group, page }: Section): [path: string, group: string] => {
    const [own = '', part] = path.split('#')
    if (part === undefined) before = path
    return part !== undefined && own === before ? [`#${part}`, group] : [path, page === '' ? group : `${group} › ${page}`]
  }
  const shortened = sections.map(short)
  const groups = [...new Set(shortened.map(([, group]) => group))]
  const line = (one: Line): PackedLine => {
    const { anchor = '', name } = one
    return name !== undefined ? [packText(one), anchor, name] : anchor === '' ? packText(one) : [packText(one), anchor]
  }
  return {
    lang,
    groups,
    sections: sections.map(({ title, lines }, index) => {
      const [path = '', group = ''] = shortened[index] ?? []
      return [path, title, groups.indexOf(group), lines.map(line)]
    }),
    ...(far && { far })
  }
}

function packCharacters({ traditional, readings }: Characters): string {
  const signs = [...traditional]
  const forms = new Map<string, string>()
  for (let at = 0; at < signs.length; at += 2) {
    const simple = signs[at + 1] ?? ''
    forms.set(simple, `${forms.get(simple) ?? ''}<${signs[at]}`)
  }
  // A character with two readings has its forms behind the first.
  const formsOf = (sign: string) => {
    const all = forms.get(sign) ?? ''
    forms.delete(sign)
    return all
  }
  return readings.replace(/\p{Script=Han}/gu, sign => sign + formsOf(sign))
}

/** `sections` are all there are, also of a far handbook. */
export function packWords({ sections, synonyms, characters }: Sections): Vocabulary {
  const numbers = new Map(sections.map(({ path }, index) => [path, index]))
  const lines = synonyms.map(({ zh, en, see, digits = '' }) =>
    [zh, en, see.flatMap(path => numbers.get(path) ?? []), [digits]]
      .map(words => words.map(word => String(word).replace(/[|\t\n]/g, ' ')).join('|'))
      .join('\t')
      .trimEnd()
  )
  return { synonyms: lines.join('\n'), characters: packCharacters(characters) }
}
