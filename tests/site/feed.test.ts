import { expect, test } from 'vitest'
import { escapeXml, toAtom } from '../../src/site/feed.ts'

const feed = {
  title: 'Handbook & more',
  lang: 'en',
  author: 'Service Handbook',
  href: 'https://example.org/en/news/',
  self: 'https://example.org/en/feed.xml',
  entries: [
    {
      id: 'https://example.org/en/handbook/visit/after/#change-2',
      title: 'After <the> repair',
      summary: 'Say “yes” & sign',
      href: 'https://example.org/?a=1&b=2',
      date: '2026-12-01'
    },
    {
      id: 'https://example.org/en/handbook/visit/after/#change-1',
      title: 'After the repair',
      summary: 'First published.',
      href: 'https://example.org/',
      date: '2026-11-24'
    }
  ]
}

test('markup in a text is escaped', () => {
  expect(escapeXml(`<a href="x">Tom & 'Jerry'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;Tom &amp; &apos;Jerry&apos;&lt;/a&gt;')
})

test('characters that XML can’t carry are left out', () => {
  expect(escapeXml('a\u0000b\u000bc\td\ufffe')).toBe('abc\td')
})

test('a feed carries the newest date, its own address and every entry', () => {
  const atom = toAtom(feed)
  expect(atom).toContain('<updated>2026-12-01T00:00:00Z</updated>\n  <author>')
  expect(atom).toContain('<link rel="self" href="https://example.org/en/feed.xml"/>')
  expect(atom.match(/<entry>/g)).toHaveLength(2)
  expect(atom).toContain('<title>After &lt;the&gt; repair</title>')
  expect(atom).toContain('href="https://example.org/?a=1&amp;b=2"')
})

test('a feed without changes is still a feed', () => {
  expect(toAtom({ ...feed, entries: [] })).toContain('<updated>1970-01-01T00:00:00Z</updated>')
})
