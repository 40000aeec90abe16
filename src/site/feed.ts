/** An Atom feed of the handbook's changes (RFC 4287). */
export interface FeedEntry {
  /** Never changes and is never reused. */
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly href: string
  /** `YYYY-MM-DD`. */
  readonly date: string
}

export interface Feed {
  readonly title: string
  readonly lang: string
  readonly author: string
  /** The page that the feed tells about, and the feed's own address. Absolute. */
  readonly href: string
  readonly self: string
  /** Newest first. */
  readonly entries: readonly FeedEntry[]
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text for XML: markup escaped, and characters that XML can't carry left out. */
export function escapeXml(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '').replace(/[&<>"']/g, sign => ESCAPES[sign] ?? sign)
}

const instant = (day: string) => `${day}T00:00:00Z`

function toEntry({ id, title, summary, href, date }: FeedEntry): string {
  return [
    '  <entry>',
    `    <id>${escapeXml(id)}</id>`,
    `    <title>${escapeXml(title)}</title>`,
    `    <updated>${instant(date)}</updated>`,
    `    <link href="${escapeXml(href)}"/>`,
    `    <summary>${escapeXml(summary)}</summary>`,
    '  </entry>'
  ].join('\n')
}

export function toAtom({ title, lang, author, href, self, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(lang)}">`,
    `  <id>${escapeXml(self)}</id>`,
    `  <title>${escapeXml(title)}</title>`,
    `  <updated>${instant(entries[0]?.date ?? '1970-01-01')}</updated>`,
    `  <author><name>${escapeXml(author)}</name></author>`,
    `  <link href="${escapeXml(href)}"/>`,
    `  <link rel="self" href="${escapeXml(self)}"/>`,
    ...entries.map(toEntry),
    '</feed>',
    ''
  ].join('\n')
}
