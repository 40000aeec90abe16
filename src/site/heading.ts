/** Headings carry an id of their own, written `## Title [#id]`, so that links outlive wording. */
const MARK = /\s*\[#([^\]\s]+)\]\s*$/

export interface Heading {
  readonly id: string | undefined
  readonly title: string
}

/** Cuts ` [#id]` off the text or the HTML of a heading. */
export function splitHeading(title: string): Heading {
  const match = MARK.exec(title)
  return match ? { id: match[1], title: title.slice(0, match.index).trim() } : { id: undefined, title: title.trim() }
}

/** The second-level headings of a rendered page, in order. */
export function outlineOf(headings: readonly { depth: number; slug: string; text: string }[]): { id: string; title: string }[] {
  return headings
    .filter(heading => heading.depth === 2)
    .map(heading => {
      const { id, title } = splitHeading(heading.text)
      return { id: id ?? heading.slug, title }
    })
}
