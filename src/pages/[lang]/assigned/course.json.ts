/** What assignments can ask for, in one language. It holds no question. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { isLang, LANGS } from '../../../lang/text.ts'
import { assignedCourse } from '../../../site/assignedCourse.ts'

export const getStaticPaths: GetStaticPaths = () => LANGS.map(lang => ({ params: { lang } }))

export const GET: APIRoute = ({ params: { lang } }) =>
  isLang(lang) ? Response.json(assignedCourse(lang)) : new Response(null, { status: 404 })
