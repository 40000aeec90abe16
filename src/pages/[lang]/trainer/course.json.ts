/** What a trainer can assign, in one language. It holds no question. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { isLang, LANGS } from '../../../lang/text.ts'
import { consoleCourse } from '../../../site/consoleCourse.ts'

export const getStaticPaths: GetStaticPaths = () => LANGS.map(lang => ({ params: { lang } }))

export const GET: APIRoute = ({ params: { lang } }) =>
  isLang(lang) ? Response.json(consoleCourse(lang)) : new Response(null, { status: 404 })
