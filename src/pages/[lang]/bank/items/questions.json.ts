/** The bank's keys and texts for the authors' page of item statistics. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { isLang, LANGS } from '../../../../lang/text.ts'
import { itemBank } from '../../../../site/itemBank.ts'

export const getStaticPaths: GetStaticPaths = () => LANGS.map(lang => ({ params: { lang } }))

export const GET: APIRoute = ({ params: { lang } }) => (isLang(lang) ? Response.json(itemBank(lang)) : new Response(null, { status: 404 }))
