/** Banned phrases: the register has all of them, and nobody says one in the handbook's own voice. */
import { LANGS, type Lang } from '../../lang/text.ts'
import { findBanned } from '../../phrases/find.ts'
import { rightTexts } from '../../quiz/options.ts'
import { bannedIn } from '../banned.ts'
import type { Library } from '../library.ts'
import { elementsOf, outlineOf, type Run } from '../outline.ts'
import { mistake, type Problem, type ProblemKind, type Spot } from '../problem.ts'

export function* checkPhrases(library: Library): Iterable<Problem> {
  yield* checkRegister(library)
  for (const lang of LANGS) {
    const sayings = [...keys(library, lang), ...replacements(library, lang), ...pages(library, lang)]
    for (const { index, at, wording, phrase } of bannedIn(
      sayings.map(({ words }) => words),
      lang,
      library.phrases
    )) {
      const saying = sayings[index]
      if (saying) yield mistake(saying.kind, saying.spot(saying.words.slice(0, at)), saying.what(wording, phrase), saying.hint)
    }
  }
}

/** Each rule `phrase.*` has its entry, and that entry finds the words which the standard quotes. */
function* checkRegister(library: Library): Iterable<Problem> {
  for (const rule of library.rules.values()) {
    if (!rule.id.startsWith('phrase.')) continue
    const phrase = library.phrases.find(phrase => phrase.id === rule.id)
    if (!phrase) {
      if (!library.knows('phrase', rule.id))
        yield mistake(
          'phrase-missing',
          library.spot(`rule:${rule.id}`),
          `The rule "${rule.id}" has no entry in content/phrases.yaml.`,
          'Add one with its variants, the reason and replacements.'
        )
      continue
    }
    for (const words of rule.quote?.zh ?? []) {
      if (findBanned(words, 'zh', [phrase]).length === 0) {
        yield mistake(
          'phrase-without-quote',
          library.spot(`phrase:${rule.id}`, ['banned', 'zh']),
          `“${words}” is quoted by the rule "${rule.id}" and is not among the banned wordings.`,
          'Add it to `banned.zh`.'
        )
      }
    }
  }
}

/** Words that must not hold a banned phrase, and how to tell it. */
interface Saying {
  readonly kind: ProblemKind
  readonly words: string
  readonly hint: string
  what(wording: string, phrase: string): string
  /** `before` are the words in front of the phrase. */
  spot(before: string): Spot
}

const REPLACE = 'Say it as the rule asks; content/phrases.yaml has replacements.'
const SAY = 'Say who acts, what happens next and by when.'
const QUOTE = 'Say it otherwise, or put it between “ ” if it is quoted.'
const VOICE = 'Say it otherwise. Banned phrases stand only in `dont`, in a <Line>, in a <Rule> or between “ ”.'

function* keys(library: Library, lang: Lang): Iterable<Saying> {
  for (const question of library.questions) {
    for (const { trail, text } of rightTexts(question)) {
      yield {
        kind: 'banned-in-key',
        words: text[lang],
        hint: REPLACE,
        what: (wording, phrase) => `Question "${question.id}" holds up as right what contains the banned phrase “${wording}” (${phrase}).`,
        spot: () => library.spot(`question:${question.id}`, [...trail, lang])
      }
    }
  }
}

function* replacements(library: Library, lang: Lang): Iterable<Saying> {
  for (const phrase of library.phrases) {
    for (const [index, { text }] of phrase.instead.entries()) {
      yield {
        kind: 'banned-in-replacement',
        words: text[lang],
        hint: SAY,
        what: wording => `A replacement for ${phrase.id} says “${wording}” itself.`,
        spot: () => library.spot(`phrase:${phrase.id}`, ['instead', index, 'text', lang])
      }
    }
  }
}

function* pages(library: Library, lang: Lang): Iterable<Saying> {
  for (const page of library.pages.filter(page => page.lang === lang)) {
    const { front, file } = page
    for (const key of ['title', 'summary'] as const) {
      const spot = () => library.spot(`page:${lang}/${page.id}`, [key])
      yield {
        kind: 'banned-in-title',
        words: unquoted(front[key]),
        hint: QUOTE,
        what: wording => `The ${key} says “${wording}”, which is banned.`,
        spot
      }
    }
    const outline = outlineOf(page)
    for (const run of outline.runs.filter(isOwnVoice)) {
      const spot = (before: string) => ({ file, line: run.line + before.split('\n').length - 1 })
      yield {
        kind: 'banned-in-prose',
        words: unquoted(run.text),
        hint: VOICE,
        what: wording => `The page says “${wording}” in its own voice.`,
        spot
      }
    }
    for (const { name, value, line } of elementsOf(outline, 'SayDontSay').flatMap(element => element.properties)) {
      if (!value || (name !== 'say' && name !== 'why')) continue
      // In `say` the quotation marks are around what the reader is told to say, so they don't excuse it.
      const words = name === 'say' ? value : unquoted(value)
      yield {
        kind: 'banned-in-say',
        words,
        hint: REPLACE,
        what: wording => `\`${name}\` contains the banned phrase “${wording}”.`,
        spot: () => ({ file, line })
      }
    }
  }
}

/** The text with quoted words made blank, so that places stay the same. */
export function unquoted(text: string): string {
  return text.replace(/“[^”]*”|"[^"\n]*"|「[^」]*」/g, quote => quote.replace(/[^\n]/g, '\u0000'))
}

/** Dialogue is what people say, not what the handbook says. */
export function isOwnVoice(run: Run): boolean {
  return !run.inside.includes('Line')
}
