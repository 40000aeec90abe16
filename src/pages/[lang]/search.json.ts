/** What search looks through, in one language. Loaded when the search box is first opened. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { isLang, LANGS } from '../../lang/text.ts'
import { theShelf } from '../../site/library.ts'
import { searchText } from '../../site/searchText.ts'

export const getStaticPaths: GetStaticPaths = () => LANGS.map(lang => ({ params: { lang } }))

export const GET: APIRoute = ({ params: { lang } }) =>
  isLang(lang) ? Response.json(searchText(theShelf(), lang)) : new Response(null, { status: 404 })
