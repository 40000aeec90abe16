/** Questions as the islands get them: one language, with links to the rules' homes. Build time only. */
import type { Lang } from '../lang/text.ts'
import { isChecked } from '../quiz/checked.ts'
import type { Question } from '../quiz/question.ts'
import { type ShownQuestion, shown } from '../quiz/shown.ts'
import { pageAddress } from './address.ts'
import { to } from './here.ts'
import { theShelf } from './library.ts'

export function shownIn(lang: Lang, questions: readonly Question[]): ShownQuestion[] {
  const shelf = theShelf()
  return questions.map(question =>
    shown(question, lang, {
      ruleOf(id) {
        const home = shelf.homeOf(id)
        return { id, name: shelf.rule(id)?.name[lang] ?? id, href: to(home ? pageAddress(lang, home, id) : `/${lang}/rules/`) }
      },
      phrases: shelf.library.phrases
    })
  )
}

/** The questions that a module's check may draw. */
export function checkedQuestions(module: string): Question[] {
  return theShelf()
    .questionsIn(module)
    .filter(question => isChecked(question.kind))
}
