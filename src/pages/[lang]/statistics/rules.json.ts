/** The rules, modules and paths of one language, for the page of a learner's knowledge. It holds no key of a question. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { isLang, LANGS } from '../../../lang/text.ts'
import { ruleBook } from '../../../site/ruleBook.ts'

export const getStaticPaths: GetStaticPaths = () => LANGS.map(lang => ({ params: { lang } }))

export const GET: APIRoute = ({ params: { lang } }) => (isLang(lang) ? Response.json(ruleBook(lang)) : new Response(null, { status: 404 }))
