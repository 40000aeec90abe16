/** Items on paper, numbered, each with a line for the letter of its partner or group. */
import type { Lang } from '../../lang/text.ts'
import type { PaperForm } from '../paper.ts'
import type { ShownOf } from '../shown.ts'
import { PLACE_WORDS } from './words.ts'

export function placesOnPaper({ kind, items, groups }: ShownOf<'match' | 'sort'>, lang: Lang): PaperForm {
  return {
    lists: [
      { sign: 'number', entries: items.map(({ id, text }) => ({ id, text })) },
      // The groups of a sorting stand as the author put them: "say" before "don’t say".
      { title: PLACE_WORDS[lang].partners, sign: 'letter', fixed: kind === 'sort', entries: groups.map(({ id, text }) => ({ id, text })) }
    ],
    room: { type: 'each' },
    reasons: items.map(({ id, group, feedback }) => ({ of: id, to: group, right: true, text: feedback }))
  }
}
