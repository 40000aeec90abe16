/** The findings of the phrase check on the screen: what was marked, why it isn't said, what to say instead. */
import { fill, type Lang, localeOf } from '../lang/text.ts'
import type { SayPhrase } from './saySet.ts'
import type { SayWords } from './sayWords.ts'

export interface FindingWords {
  readonly words: SayWords
  readonly places: Readonly<Record<string, string>>
  readonly moods: Readonly<Record<string, string>>
}

export interface Finding {
  /** In the page's language. */
  readonly reason: SayPhrase
  /** In the language that was written. */
  readonly replies: SayPhrase['instead']
  readonly lang: Lang
  /** What was written, once for each mark. */
  readonly hits: readonly string[]
}

/** How many replies are seen without unfolding more. */
const SEEN = 2

type Given = Readonly<Record<string, string>>

function element(name: string, given: Given = {}, ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(given)) made.setAttribute(attribute, value)
  made.append(...inside)
  return made
}

const button = (text: string, given: Given) => element('button', { type: 'button', ...given }, text)

function replyOf({ place, mood, text }: SayPhrase['instead'][number], lang: Lang, { words, places, moods }: FindingWords): HTMLElement {
  return element(
    'li',
    {},
    element('small', {}, `${places[place]} · ${moods[mood]}`),
    element('p', { lang: localeOf(lang) }, text),
    element(
      'div',
      { class: 'keys' },
      button(words.replace, { 'data-do': 'replace', 'data-text': text, class: 'main' }),
      button(words.copy, { 'data-do': 'copy', 'data-text': text })
    )
  )
}

function hitOf(hit: string, at: number, lang: Lang, words: SayWords): HTMLElement {
  const given = { type: 'button', 'data-do': 'show', 'data-at': String(at), 'aria-label': fill(words.show, { words: hit }) }
  return element('button', given, element('s', { lang: localeOf(lang) }, hit))
}

function cardOf({ reason, replies, lang, hits }: Finding, texts: FindingWords): HTMLElement {
  const { words } = texts
  const [shown, rest] = [replies.slice(0, SEEN), replies.slice(SEEN)].map(some => some.map(reply => replyOf(reply, lang, texts)))
  const more = rest?.length
    ? [element('details', {}, element('summary', {}, fill(words.more, { n: rest.length })), element('ul', {}, ...rest))]
    : []
  const explained = element('a', { href: reason.home }, `${words.home} ›`)
  return element(
    'li',
    { class: 'card', 'data-phrase': reason.id },
    element('h2', {}, ...hits.map((hit, at) => hitOf(hit, at, lang, words))),
    element('p', {}, reason.why),
    element('p', { class: 'hush' }, `${fill(words.standard, { words: reason.own })} `, explained),
    element('h3', {}, words.instead),
    element('ul', {}, ...(shown ?? [])),
    ...more
  )
}

/** Cards that would be made again as they are stay where they are, with what is open and focused in them. */
export function showFindings(list: HTMLElement, findings: readonly Finding[], texts: FindingWords): void {
  const old = new Map(Array.from(list.children, card => [(card as HTMLElement).dataset.made, card]))
  const cards = findings.map(finding => {
    const made = JSON.stringify(finding)
    const kept = old.get(made)
    if (kept) return kept
    const card = cardOf(finding, texts)
    card.dataset.made = made
    return card
  })
  if (cards.length !== list.children.length || cards.some((card, at) => list.children[at] !== card)) list.replaceChildren(...cards)
}
