/** Puts a question of any kind into its form on paper. Build time only: a page gets what this makes. */
import type { Lang } from '../lang/text.ts'
import { choicesOnPaper } from './choice/paper.ts'
import { drawable } from './draw.ts'
import { gapsOnPaper } from './gap/paper.ts'
import { marksOnPaper } from './mark/paper.ts'
import { numberOnPaper } from './number/paper.ts'
import { orderOnPaper } from './order/paper.ts'
import type { Paper, PaperForm, PaperKind } from './paper.ts'
import { placesOnPaper } from './place/paper.ts'
import { replyOnPaper } from './reply/paper.ts'
import type { ShownOf, ShownQuestion } from './shown.ts'
import { QUIZ_WORDS } from './words.ts'

/** A form of one kind is only ever given questions of that kind. */
type AnyForm = (question: ShownQuestion, lang: Lang) => PaperForm
function formOf<K extends PaperKind>(form: (question: ShownOf<K>, lang: Lang) => PaperForm): AnyForm {
  return form as unknown as AnyForm
}

const FORMS: Readonly<Record<PaperKind, AnyForm>> = {
  single: formOf<'single'>(choicesOnPaper),
  multiple: formOf<'multiple'>(choicesOnPaper),
  replace: formOf<'replace'>(choicesOnPaper),
  order: formOf<'order'>(orderOnPaper),
  match: formOf<'match'>(placesOnPaper),
  sort: formOf<'sort'>(placesOnPaper),
  mark: formOf<'mark'>(marksOnPaper),
  gap: formOf<'gap'>(gapsOnPaper),
  number: formOf<'number'>(numberOnPaper),
  reply: formOf<'reply'>(replyOnPaper)
}

/** Undefined for a scenario. */
export function paperOf(question: ShownQuestion, lang: Lang): Paper | undefined {
  if (question.kind === 'scenario') return
  const words = QUIZ_WORDS[lang]
  const { ordered, ...drawn } = drawable(question)
  return {
    ...drawn,
    ...(ordered && { ordered }),
    kind: question.kind,
    situation: question.situation,
    ...('said' in question && question.said !== undefined && { said: question.said }),
    ...(question.kind === 'replace' && { banned: question.banned }),
    ask: 'ask' in question ? question.ask : words.replace,
    ...(question.kind === 'multiple' && { note: words.several }),
    ...FORMS[question.kind](question, lang)
  }
}
