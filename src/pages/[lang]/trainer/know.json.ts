/** What a trainer's console needs to look at results question by question, in one language. It holds no key. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { isLang, LANGS } from '../../../lang/text.ts'
import { knowCourse } from '../../../site/knowCourse.ts'

export const getStaticPaths: GetStaticPaths = () => LANGS.map(lang => ({ params: { lang } }))

export const GET: APIRoute = ({ params: { lang } }) =>
  isLang(lang) ? Response.json(knowCourse(lang)) : new Response(null, { status: 404 })
