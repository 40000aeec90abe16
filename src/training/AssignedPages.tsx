/** The pages that an assignment asks to be acknowledged, and where each stands. */
import { fill } from '../lang/text.ts'
import type { PagePlace } from './askedPages.ts'
import type { Course, CoursePage } from './course.ts'

interface Props {
  readonly places: readonly PagePlace<CoursePage>[]
  readonly codes: readonly number[]
  readonly course: Course
}

function stateOf({ said, standing, page }: Extract<PagePlace<CoursePage>, { type: 'known' }>, { words, locale }: Course): string {
  const lines = { never: words.pageNever, said: words.pageSaid, outdated: words.pageOutdated }
  const day = said ? new Date(said.at).toLocaleDateString(locale, { dateStyle: 'long' }) : ''
  return fill(lines[standing], { n: said?.revision ?? page.texts[locale === 'zh-CN' ? 'zh' : 'en'].revision, day })
}

export function AssignedPages({ places, codes, course }: Props) {
  const { words } = course
  return (
    <>
      <h3>{words.pages}</h3>
      <p class="hush">{words.pagesLine}</p>
      <ul class="modules">
        {places.map(found =>
          found.type === 'unknown' ? (
            <li key={found.place} class="card gone">
              {fill(words.unknownPage, { code: (codes[found.place] ?? 0).toString(16).padStart(6, '0') })}
            </li>
          ) : (
            <li key={found.place} class="card work" data-page={found.page.id} data-standing={found.standing}>
              <div>
                <b>{found.page.title}</b>
                <strong>{stateOf(found, course)}</strong>
              </div>
              <p class="to">
                <a href={found.page.href} aria-label={`${found.standing === 'said' ? words.toSaid : words.toPage}: ${found.page.title}`}>
                  {found.standing === 'said' ? words.toSaid : words.toPage}
                </a>
              </p>
            </li>
          )
        )}
      </ul>
    </>
  )
}
