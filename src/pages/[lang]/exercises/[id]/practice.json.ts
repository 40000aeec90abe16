/** The one question of an exercise, in one language. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { isLang, LANGS } from '../../../../lang/text.ts'
import { exercises } from '../../../../site/exercises.ts'
import { practiceSet } from '../../../../site/practiceSet.ts'

export const getStaticPaths: GetStaticPaths = () =>
  LANGS.flatMap(lang => exercises().map(question => ({ params: { lang, id: question.id } })))

export const GET: APIRoute = ({ params: { lang, id = '' } }) =>
  isLang(lang) ? Response.json(practiceSet(lang, [id])) : new Response(null, { status: 404 })
