/** A page's practice set in its language: the questions, and what is said around them. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { isLang } from '../../../../../lang/text.ts'
import { theShelf } from '../../../../../site/library.ts'
import { practiceOn } from '../../../../../site/practice.ts'
import { practiceSet } from '../../../../../site/practiceSet.ts'

export const getStaticPaths: GetStaticPaths = () =>
  theShelf()
    .library.pages.filter(page => practiceOn(page).length > 0)
    .map(page => {
      const [group = '', slug = ''] = page.id.split('/')
      return { params: { lang: page.lang, group, page: slug }, props: { picks: practiceOn(page) } }
    })

export const GET: APIRoute = ({ params: { lang }, props: { picks } }) =>
  isLang(lang) ? Response.json(practiceSet(lang, picks as string[])) : new Response(null, { status: 404 })
