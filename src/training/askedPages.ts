/** The pages that an assignment asks to be acknowledged, and what was said of them on this device. */
import { isLang, type Lang } from '../lang/text.ts'
import { type Acknowledged, type Acknowledgements, standingOf } from './acknowledged.ts'
import type { Assignment, Code } from './assignment.ts'
import type { PageSaid } from './receipt.ts'

/** What a page asks in one language: `hash` is that of the text that it shows now. */
export interface AskedText {
  readonly revision: number
  readonly since: number
  readonly hash: string
}

/** A page as this site has it. */
export interface AskedPage {
  /** `group/slug` */
  readonly id: string
  readonly code: Code
  readonly texts: Readonly<Record<Lang, AskedText>>
}

export type PagePlace<Page extends AskedPage = AskedPage> =
  | {
      readonly type: 'known'
      readonly place: number
      readonly page: Page
      readonly standing: ReturnType<typeof standingOf>
      readonly said: Acknowledged | undefined
    }
  /** This site has no such page, or it does not ask. */
  | { readonly type: 'unknown'; readonly place: number }

/** In the assignment's order. What was said before the assignment counts, as long as it was said of a text that is still good. */
export function pagesOf<Page extends AskedPage>(
  { pages = [] }: Pick<Assignment, 'pages'>,
  asked: readonly Page[],
  acknowledged: Acknowledgements
): PagePlace<Page>[] {
  return pages.map((code, place) => {
    const page = asked.find(one => one.code === code)
    if (!page) return { type: 'unknown', place }
    const said = acknowledged.get(page.id)
    return { type: 'known', place, page, said, standing: standingOf(page.texts[isLang(said?.lang) ? said.lang : 'zh'], said) }
  })
}

export const saidIn = (places: readonly PagePlace[]) => places.filter(place => place.type === 'known' && place.standing === 'said').length

const MINUTE = 60_000
/** A receipt can name no earlier moment: the clock was wrong. */
const EARLIEST = Date.UTC(2024, 0, 1)

/** What a receipt says of them: also of an older text, which the trainer then sees. */
export function saidOf(places: readonly PagePlace[]): PageSaid[] {
  return places.flatMap(found => {
    if (found.type === 'unknown' || !found.said) return []
    const { lang, revision, hash = '', at } = found.said
    if (!isLang(lang) || !/^[0-9a-f]{8}/.test(hash)) return []
    return [{ place: found.place, lang, revision, hash: hash.slice(0, 8), at: Math.max(EARLIEST, Math.floor(at / MINUTE) * MINUTE) }]
  })
}
