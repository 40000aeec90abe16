/** The questions of a module for a class or a printed sheet, in one language. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { isLang, LANGS } from '../../../../lang/text.ts'
import { classSet } from '../../../../site/classSet.ts'
import { theShelf } from '../../../../site/library.ts'

export const getStaticPaths: GetStaticPaths = () =>
  LANGS.flatMap(lang => theShelf().library.modules.map(module => ({ params: { lang, module: module.id } })))

export const GET: APIRoute = ({ params: { lang, module } }) => {
  return isLang(lang) ? Response.json(classSet(lang, module ?? '')) : new Response(null, { status: 404 })
}
