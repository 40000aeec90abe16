/** The modules, rules and paths that a trainer can assign, in one language. Build time only. */
import type { Lang } from '../lang/text.ts'
import type { ConsoleCourse } from '../trainer/consoleCourse.ts'
import { CONSOLE_WORDS } from '../trainer/consoleWords.ts'
import { IMPORT_WORDS } from '../trainer/importWords.ts'
import { KNOW_VIEWS } from '../trainer/knowWords.ts'
import { assignedCourse } from './assignedCourse.ts'
import { to } from './here.ts'
import { theShelf } from './library.ts'

export function consoleCourse(lang: Lang): ConsoleCourse {
  const { library } = theShelf()
  const { locale, revision, modules, rules, pages } = assignedCourse(lang)
  const modulesOf = (rule: string) => [
    ...new Set(library.questions.filter(({ rules: [main] }) => main === rule).map(({ module }) => module))
  ]
  return {
    locale,
    words: CONSOLE_WORDS[lang],
    know: { ...KNOW_VIEWS[lang], file: to(`/${lang}/trainer/know.json`) },
    importing: IMPORT_WORDS[lang],
    revision,
    modules,
    rules: rules.map(rule => ({ ...rule, modules: modulesOf(rule.id) })),
    pages,
    paths: library.paths.map(({ id, title, modules }) => ({ id, title: title[lang], modules }))
  }
}
