/** Every rule has one home, the same in both languages, and is tested at least twice. */
import { LANGS, type Lang } from '../../lang/text.ts'
import { type Tested, testedRules, UNTESTED } from '../../standards/coverage.ts'
import type { Library, PageText } from '../library.ts'
import { rulesCited, rulesTaught } from '../page.ts'
import { mistake, type Problem, type Spot, warning } from '../problem.ts'

interface Card extends Spot {
  readonly page: string
}

const LANGUAGE: Readonly<Record<Lang, string>> = { zh: 'Chinese', en: 'English' }

export function* checkCoverage(library: Library): Iterable<Problem> {
  // Pages with mistakes in their frontmatter teach too; otherwise one mistake would be told as many.
  const pages: readonly PageText[] = [...library.pages, ...library.unreadPages]
  const cards = cardsOf(pages)
  const tested = testedRules(library.questions)
  for (const rule of library.rules.values()) {
    const inLang = (lang: Lang) => cards.get(`${lang} ${rule.id}`) ?? []
    yield* checkTaught(library, rule.id, inLang)
    if (rule.gap && LANGS.every(lang => inLang(lang).length === 0) && !showsGap(pages, rule.id)) {
      yield mistake(
        'gap-not-shown',
        library.spot(`rule:${rule.id}`, ['gap']),
        `No page shows what is lost at "${rule.id}".`,
        `Show the rule with <Rule id="${rule.id}" />, or a <Gap>…</Gap> on a page that cites it.`
      )
    }
    if (rule.origin !== 'advice' && library.complete('question')) yield* checkTested(library, rule.id, tested.get(rule.id) ?? UNTESTED)
  }
}

/** Where each rule is shown as a card, by language and id. */
function cardsOf(pages: readonly PageText[]): Map<string, Card[]> {
  const cards = new Map<string, Card[]>()
  for (const page of pages) {
    for (const { rule, line } of rulesTaught(page)) {
      const key = `${page.lang} ${rule}`
      cards.set(key, [...(cards.get(key) ?? []), { page: page.id, file: page.file, line }])
    }
  }
  return cards
}

function* checkTaught(library: Library, rule: string, inLang: (lang: Lang) => readonly Card[]): Iterable<Problem> {
  const [zh, en] = [inLang('zh')[0], inLang('en')[0]]
  for (const lang of LANGS) {
    const [first, ...more] = inLang(lang)
    for (const card of more) {
      yield mistake(
        'rule-taught-twice',
        card,
        `The rule "${rule}" has its home at ${first?.file}:${first?.line} already.`,
        `Name it here with <Cite rule="${rule}" />.`
      )
    }
  }
  if (zh && en && zh.page !== en.page) {
    yield mistake(
      'rule-taught-elsewhere',
      en,
      `The rule "${rule}" has its home on ${en.page} in English and on ${zh.page} in Chinese.`,
      'Move one of them: a link to a rule leads to the same page in both languages.'
    )
  }
  const hint = `Show it on the page that teaches it: <Rule id="${rule}" />, in both languages.`
  const home = zh ?? en
  if (!home) yield mistake('rule-not-taught', library.spot(`rule:${rule}`), `No page teaches the rule "${rule}".`, hint)
  // Where the other half of the page is missing, that is told once and not for each of its rules.
  const lacking: Lang | undefined = zh ? (en ? undefined : 'en') : 'zh'
  if (home && lacking && library.knows('page', `${lacking}/${home.page}`)) {
    yield mistake('rule-not-taught', home, `The rule "${rule}" has no home in ${LANGUAGE[lacking]}.`, hint)
  }
}

function showsGap(pages: readonly PageText[], rule: string): boolean {
  return pages.some(page => page.body.includes('<Gap>') && rulesCited(page).some(mention => mention.rule === rule))
}

function* checkTested(library: Library, rule: string, { by, mainlyBy }: Tested): Iterable<Problem> {
  const spot = library.spot(`rule:${rule}`)
  if (by.length === 0)
    yield mistake(
      'rule-untested',
      spot,
      `No question tests the rule "${rule}".`,
      'Write two: one for knowing it, one for using it where something pulls the other way.'
    )
  else if (by.length === 1)
    yield mistake(
      'rule-tested-once',
      spot,
      `Only the question "${by[0]}" tests the rule "${rule}".`,
      'Write one more, in which something pulls the other way.'
    )
  else if (mainlyBy.length === 0)
    yield warning(
      'rule-never-first',
      spot,
      `No question names the rule "${rule}" first.`,
      'Put it first in the `rules` of the question that is mainly about it.'
    )
}
