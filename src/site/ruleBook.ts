/** The rule book in one language, for the page of a learner's knowledge. Build time only. */
import type { Lang } from '../lang/text.ts'
import { MASTERY_WORDS } from '../training/masteryWords.ts'
import type { RuleBook, RuleEntry } from '../training/ruleBook.ts'
import { moduleAddress, pageAddress, pathAddress } from './address.ts'
import { to } from './here.ts'
import { theShelf } from './library.ts'

/** The day of a page's latest material change; none for its first revision. */
function changedOn(lang: Lang, page: string): number | undefined {
  const front = theShelf().page(lang, page)?.page.front
  const latest = front?.changes.find(({ kind }) => kind === 'material')
  return front && front.revision > 1 && latest ? Date.parse(`${latest.date}T00:00:00Z`) : undefined
}

export function ruleBook(lang: Lang): RuleBook {
  const shelf = theShelf()
  const { modules, paths, questions } = shelf.library
  const entry = (id: string, name: string): RuleEntry => {
    const home = shelf.homeOf(id)
    const changed = home && changedOn(lang, home)
    return { id, name, href: to(home ? pageAddress(lang, home, id) : `/${lang}/rules/#${id}`), ...(changed && { changed }) }
  }
  const asked = new Set(questions.flatMap(({ rules }) => rules))
  return {
    locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
    words: MASTERY_WORDS[lang],
    topics: shelf.topics
      .map(({ id, title, rules }) => ({
        id,
        title: title[lang],
        rules: rules.filter(rule => asked.has(rule.id)).map(rule => entry(rule.id, rule.name[lang]))
      }))
      .filter(({ rules }) => rules.length > 0),
    modules: modules.map(({ id, title }) => ({
      id,
      title: title[lang],
      href: to(moduleAddress(lang, id)),
      rules: [...new Set(shelf.questionsIn(id).flatMap(({ rules }) => rules.slice(0, 1)))]
    })),
    paths: paths.map(path => ({ id: path.id, title: path.title[lang], href: to(pathAddress(lang, path.id)), modules: path.modules })),
    questions: questions.map(({ id, revision, rules }) => ({ id, revision, rules }))
  }
}
