/** The register of banned phrases in one language, for the phrase check. */
import type { Lang } from '../lang/text.ts'
import type { SaySet } from '../phrases/saySet.ts'
import { pageAddress } from './address.ts'
import { to } from './here.ts'
import { theShelf } from './library.ts'
import { viewOf } from './phraseView.ts'

export function saySet(lang: Lang): SaySet {
  const shelf = theShelf()
  return shelf.library.phrases.map(phrase => ({
    id: phrase.id,
    own: viewOf(phrase, shelf.rule(phrase.id), lang).own.join(lang === 'zh' ? '”“' : '”, “'),
    banned: phrase.banned[lang],
    fine: phrase.fine?.[lang] ?? [],
    why: phrase.why[lang],
    home: to(pageAddress(lang, shelf.homeOf(phrase.id) ?? 'speech/banned-phrases', phrase.id)),
    instead: phrase.instead.map(({ place, mood, text }) => ({ place, mood, text: text[lang] }))
  }))
}
