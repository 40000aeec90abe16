/** A transcript on paper: what can be marked is numbered, and the rules to choose from have letters. */
import type { Lang } from '../../lang/text.ts'
import type { PaperForm, PaperTurn, Reason } from '../paper.ts'
import type { ShownOf } from '../shown.ts'
import { MARK_WORDS } from './words.ts'

const ZH = { rules: '可选的规定', answer: '错处的号码和依据的字母：' }
const EN: typeof ZH = { rules: 'Rules to choose from', answer: 'Number of each mistake, with the letter of its rule:' }
const WORDS: Readonly<Record<Lang, typeof ZH>> = { zh: ZH, en: EN }

export function marksOnPaper({ turns, reasons = [] }: ShownOf<'mark'>, lang: Lang): PaperForm {
  const words = WORDS[lang]
  let last = 0
  const numbered: PaperTurn[] = turns.map(({ by, says }) => ({
    by,
    ...(by !== 'note' && { name: MARK_WORDS[lang][by] }),
    // What a customer says breaks no rule of ours.
    says: says.map(({ id, text }) => ({ id, text, ...(by !== 'customer' && { number: ++last }) }))
  }))
  return {
    turns: numbered,
    lists: [{ title: words.rules, sign: 'letter', fixed: true, entries: reasons.map(({ id, name }) => ({ id, text: name })) }],
    room: { type: 'lines', lines: 1, label: words.answer },
    reasons: turns
      .flatMap(({ says }) => says)
      .flatMap(({ id, breaks, feedback }): Reason[] =>
        breaks !== undefined
          ? [{ of: id, to: breaks, right: true, text: feedback ?? '' }]
          : feedback !== undefined
            ? [{ of: id, right: false, label: MARK_WORDS[lang].fine, text: feedback }]
            : []
      )
  }
}
