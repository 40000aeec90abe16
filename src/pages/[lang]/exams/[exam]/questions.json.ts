/** The questions that an exam may draw, in one language, with its plan. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { isLang, LANGS } from '../../../../lang/text.ts'
import { examSet } from '../../../../site/examSet.ts'
import { theShelf } from '../../../../site/library.ts'

export const getStaticPaths: GetStaticPaths = () =>
  LANGS.flatMap(lang => theShelf().library.exams.map(exam => ({ params: { lang, exam: exam.id } })))

export const GET: APIRoute = ({ params: { lang, exam } }) => {
  const found = theShelf().library.exams.find(({ id }) => id === exam)
  return isLang(lang) && found ? Response.json(examSet(lang, found)) : new Response(null, { status: 404 })
}
