/** Which questions a review may ask, and what changed in the handbook since. No texts of questions, no keys. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { isLang, LANGS } from '../../../lang/text.ts'
import { reviewBank } from '../../../site/reviewBank.ts'

export const getStaticPaths: GetStaticPaths = () => LANGS.map(lang => ({ params: { lang } }))

export const GET: APIRoute = ({ params: { lang } }) =>
  isLang(lang) ? Response.json(reviewBank(lang)) : new Response(null, { status: 404 })
