/** The modules and rules that an assignment can name, in one language. Build time only. */
import { revisionOf } from '../authoring/catalogue.ts'
import { codeOf } from '../authoring/codes.ts'
import type { Lang } from '../lang/text.ts'
import { ASSIGNED_WORDS } from '../training/assignedWords.ts'
import type { Course } from '../training/course.ts'
import { moduleAddress, pageAddress } from './address.ts'
import { to } from './here.ts'
import { theShelf } from './library.ts'
import { checkedQuestions } from './shownIn.ts'

export function assignedCourse(lang: Lang): Course {
  const shelf = theShelf()
  const { library } = shelf
  const asked = new Set(library.questions.flatMap(({ rules }) => rules.slice(0, 1)))
  const days = library.pages.map(page => Date.parse(`${page.front.updated}T00:00:00Z`))
  return {
    locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
    words: ASSIGNED_WORDS[lang],
    revision: revisionOf(library),
    newest: Math.max(...days),
    modules: library.modules.map(({ id, title, minutes, pass, draw, seal }) => ({
      id,
      code: codeOf(id),
      title: title[lang],
      minutes,
      pass,
      draw: Math.min(draw, checkedQuestions(id).length),
      href: to(moduleAddress(lang, id)),
      seal: seal[lang]
    })),
    rules: [...library.rules.values()]
      .filter(({ id }) => asked.has(id))
      .map(({ id, name }) => {
        const home = shelf.homeOf(id)
        return { id, code: codeOf(id), name: name[lang], href: to(home ? pageAddress(lang, home, id) : `/${lang}/rules/#${id}`) }
      })
  }
}
