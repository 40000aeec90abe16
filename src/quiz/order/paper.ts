/** Steps on paper: each with its letter, and a line for the letters in their right order. */
import { fill, type Lang } from '../../lang/text.ts'
import type { PaperForm } from '../paper.ts'
import type { ShownOf } from '../shown.ts'
import { named } from './named.ts'
import { ORDER_WORDS } from './words.ts'

const WORDS: Readonly<Record<Lang, string>> = { zh: '顺序：', en: 'The order:' }

export function orderOnPaper({ items, musts = [] }: ShownOf<'order'>, lang: Lang): PaperForm {
  const nameOf = (id: string) => named(items.find(item => item.id === id)?.text ?? '')
  return {
    lists: [{ sign: 'letter', entries: items.map(({ id, text }) => ({ id, text })) }],
    room: { type: 'lines', lines: 1, label: WORDS[lang] },
    reasons: [
      ...items.map(({ id, feedback }) => ({ of: id, right: true, text: feedback })),
      ...musts.map(([first, second]) => ({
        right: false,
        text: fill(ORDER_WORDS[lang].must, { first: nameOf(first), second: nameOf(second) })
      }))
    ]
  }
}
