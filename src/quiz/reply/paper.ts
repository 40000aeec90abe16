/** Lines on paper for what one would say, and a model to lay beside it. */
import type { Lang } from '../../lang/text.ts'
import type { PaperForm } from '../paper.ts'
import type { ShownOf } from '../shown.ts'
import { REPLY_WORDS } from './words.ts'

/** Enough for three spoken sentences. */
const LINES = 4

export function replyOnPaper({ needs, model, why }: ShownOf<'reply'>, lang: Lang): PaperForm {
  const words = REPLY_WORDS[lang]
  return {
    room: { type: 'lines', lines: LINES },
    open: true,
    reasons: [
      { right: true, label: `${words.model}“${model}”`, text: why },
      { right: true, text: needs.map(need => `✓ ${words.met[need]}`).join(lang === 'zh' ? '　' : '   ') }
    ]
  }
}
