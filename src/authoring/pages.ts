/** Reads the pages of `content/handbook/`: their address, their frontmatter and their body. Build time only. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LANGS, type Lang } from '../lang/text.ts'
import type { Places } from './places.ts'
import { mistake } from './problem.ts'
import { filesBelow, parseYaml, splitPage } from './read.ts'
import { type Frontmatter, frontmatter } from './schema.ts'

/** The text of a page, which can be read even when its frontmatter can't. */
export interface PageText {
  /** `group/slug`, the same in both languages. */
  readonly id: string
  readonly lang: Lang
  readonly file: string
  readonly body: string
  /** Line of the file on which the body begins. */
  readonly bodyLine: number
}

export interface Page extends PageText {
  readonly front: Frontmatter
}

/** `content/handbook/LANG/GROUP/PAGE.mdx` as its language and its id. */
function addressOf(file: string): { lang: Lang; id: string } | undefined {
  const match = /^content\/handbook\/([^/]+)\/([a-z0-9-]+\/[a-z0-9-]+)\.mdx$/.exec(file)
  const lang = LANGS.find(lang => lang === match?.[1])
  return lang && match?.[2] ? { lang, id: match[2] } : undefined
}

export function readPages(root: string, places: Places): { pages: Page[]; unread: PageText[] } {
  const pages: Page[] = []
  const unread: PageText[] = []
  for (const file of filesBelow(root, 'content/handbook', '.mdx')) {
    const address = addressOf(file)
    if (!address) {
      places.problems.push(
        mistake(
          'misplaced-file',
          { file, line: 1 },
          'This is no place for a page.',
          'A page is content/handbook/zh/GROUP/PAGE.mdx or …/en/…, in lower-case letters, digits and hyphens.'
        )
      )
      continue
    }
    const { lang, id } = address
    const whole = readFileSync(join(root, file), 'utf8')
    const cut = splitPage(whole)
    if (!cut) {
      places.problems.push(
        mistake(
          'no-frontmatter',
          { file, line: 1 },
          'The page has no frontmatter.',
          'Begin it with a block between two lines of ---; any other page shows how.'
        )
      )
      places.lose('page', `${lang}/${id}`)
      unread.push({ id, lang, file, body: whole, bodyLine: 1 })
      continue
    }
    const source = parseYaml(file, cut.front, frontmatter, 2)
    places.problems.push(...source.problems)
    const text = { id, lang, file, body: cut.body, bodyLine: cut.bodyLine }
    places.mark(`page:${lang}/${id}`, source, [])
    if (source.data) pages.push({ ...text, front: source.data })
    else unread.push(text)
  }
  return { pages, unread }
}
