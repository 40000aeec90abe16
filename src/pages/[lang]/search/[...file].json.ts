/** Files of a handbook that is too large to be searched as a whole; there are none while it is small. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { LANGS } from '../../../lang/text.ts'
import { theShelf } from '../../../site/library.ts'
import { searchShards } from '../../../site/searchText.ts'

export const getStaticPaths: GetStaticPaths = () =>
  LANGS.flatMap(lang => [...searchShards(theShelf(), lang)].map(([file, content]) => ({ params: { lang, file }, props: { content } })))

export const GET: APIRoute = ({ props }) => Response.json(props.content)
