/** A question of the bank as it is put on paper. Build time only. */
import type { Lang } from '../../lang/text.ts'
import type { Paper } from '../../quiz/paper.ts'
import { paperOf } from '../../quiz/papers.ts'
import type { Question } from '../../quiz/question.ts'
import { type Laid, laidOut } from '../../training/laidOut.ts'
import { shownIn } from '../shownIn.ts'

/** Undefined for a scenario: its nodes are paragraphs to turn to. */
export function laidPaper(lang: Lang, question: Question, order: readonly string[]): { paper: Paper; laid: Laid } | undefined {
  const [paper] = shownIn(lang, [question]).flatMap(shown => paperOf(shown, lang) ?? [])
  return paper && { paper, laid: laidOut(paper, order) }
}
