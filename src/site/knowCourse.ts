/** The questions that checks draw from, as a trainer's console names them, in one language. Build time only. */
import { codeOf } from '../authoring/codes.ts'
import type { Lang } from '../lang/text.ts'
import { CERTIFY_WORDS } from '../trainer/certifyWords.ts'
import type { KnowCourse } from '../trainer/knowCourse.ts'
import { KNOW_WORDS } from '../trainer/knowWords.ts'
import { inText, textAddress } from './asText.ts'
import { to } from './here.ts'
import { theShelf } from './library.ts'
import { checkedQuestions } from './shownIn.ts'

/** Characters of a question that are enough to know it by. */
const ENOUGH = { zh: 32, en: 80 } as const satisfies Record<Lang, number>

function beginning(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length > most ? `${characters.slice(0, most).join('').trimEnd()}…` : characters.join('')
}

export function knowCourse(lang: Lang): KnowCourse {
  const shelf = theShelf()
  return {
    words: KNOW_WORDS[lang],
    certifying: { words: CERTIFY_WORDS[lang], page: to(`/${lang}/certificate/`) },
    items: to(`/${lang}/bank/items/questions.json`),
    banks: shelf.library.modules.map(({ id, draw }) => {
      const questions = checkedQuestions(id)
      const together = inText(shelf.questionsIn(id))
      return {
        id,
        code: codeOf(id),
        count: Math.min(draw, questions.length),
        questions: questions.map(question => ({
          id: question.id,
          rule: question.rules[0] ?? question.id,
          text: beginning(question.situation[lang], ENOUGH[lang]),
          href: to(textAddress(lang, question, together))
        }))
      }
    })
  }
}
