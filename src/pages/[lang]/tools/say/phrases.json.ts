/** What the phrase check looks for, and what to say instead. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { isLang, LANGS } from '../../../../lang/text.ts'
import { saySet } from '../../../../site/saySet.ts'

export const getStaticPaths: GetStaticPaths = () => LANGS.map(lang => ({ params: { lang } }))

export const GET: APIRoute = ({ params: { lang } }) => (isLang(lang) ? Response.json(saySet(lang)) : new Response(null, { status: 404 }))
