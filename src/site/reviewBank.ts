/** What the review's island fetches before it knows what to ask. Build time only. */
import type { Lang } from '../lang/text.ts'
import type { ReviewBank } from '../training/reviewBank.ts'
import { pageAddress } from './address.ts'
import { to } from './here.ts'
import { theShelf } from './library.ts'
import { checkedQuestions } from './shownIn.ts'

export function reviewBank(lang: Lang): ReviewBank {
  const { library } = theShelf()
  const questions = library.modules.map(({ id }) => [id, checkedQuestions(id).map(question => [question.id, question.revision])] as const)
  const changes = library.pages
    .filter(page => page.lang === lang)
    .map(page => {
      // A page's first entry is its publication.
      const later = page.front.changes.slice(0, -1).filter(({ kind }) => kind === 'material')
      return [to(pageAddress(lang, page.id)), later.map(({ date, what }) => ({ date, what }))] as const
    })
  return {
    modules: Object.fromEntries(questions.map(([module, revisions]) => [module, Object.fromEntries(revisions)])),
    changes: Object.fromEntries(changes.filter(([, later]) => later.length > 0))
  }
}
