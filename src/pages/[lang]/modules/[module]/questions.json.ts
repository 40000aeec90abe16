/** The questions that a module's check may draw, in one language. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { isLang, LANGS } from '../../../../lang/text.ts'
import { theShelf } from '../../../../site/library.ts'
import { checkedQuestions, shownIn } from '../../../../site/shownIn.ts'

export const getStaticPaths: GetStaticPaths = () =>
  LANGS.flatMap(lang => theShelf().library.modules.map(module => ({ params: { lang, module: module.id } })))

export const GET: APIRoute = ({ params: { lang, module } }) => {
  return Response.json(isLang(lang) ? shownIn(lang, checkedQuestions(module ?? '')) : [])
}
