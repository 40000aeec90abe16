/** The modules and rules that an assignment can name, in one language. Build time only. */
import { askedOn } from '../authoring/agreed.ts'
import { revisionOf } from '../authoring/catalogue.ts'
import { codeOf } from '../authoring/codes.ts'
import { pageIn } from '../authoring/page.ts'
import { type Lang, otherLang } from '../lang/text.ts'
import { ASSIGNED_WORDS } from '../training/assignedWords.ts'
import type { Course, CoursePage } from '../training/course.ts'
import { moduleAddress, pageAddress } from './address.ts'
import { to } from './here.ts'
import { theShelf } from './library.ts'
import { inOrder } from './shelf.ts'
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
      }),
    pages: askedPages(lang)
  }
}

/** Pages that ask to be acknowledged, in the handbook's order. */
function askedPages(lang: Lang): CoursePage[] {
  const { library } = theShelf()
  return inOrder(library, lang).flatMap(({ page }) => {
    const twin = pageIn(library.pages, page.id, otherLang(lang))
    const [here, there] = [askedOn(page, library), twin && askedOn(twin, library)]
    if (!here) return []
    const text = ({ revision, since, hash }: typeof here) => ({ revision, since, hash: hash.slice(0, 8) })
    const [own, other] = [text(here), text(there ?? here)]
    return [
      {
        id: page.id,
        code: codeOf(page.id),
        title: page.front.title,
        href: to(`${pageAddress(lang, page.id)}#acknowledge`),
        texts: lang === 'zh' ? { zh: own, en: other } : { zh: other, en: own }
      }
    ]
  })
}
