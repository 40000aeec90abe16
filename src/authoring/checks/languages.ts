/** Each text is in its language, and neither is a copy of the other. */
import type { Library } from '../library.ts'
import { mistake, type Problem } from '../problem.ts'
import { pageTextsOf, type Told, textsOf } from '../texts.ts'

const HAN = /\p{Script=Han}/u
const LETTER = /\p{L}/u

/** Han characters that may stand in an English text: quoted, in parentheses, or the name of a document. */
const NAMED = /“[^”]*”|"[^"]*"|‘[^’]*’|\([^)]*\)|（[^）]*）|《[^》]*》/gu

/** Too much Latin for a name: what a page left untranslated. */
const WORDY = /(?:\p{Script=Latin}{2,}[^\p{L}]+){5}/u

/** Half-width punctuation that touches Chinese. A point or colon between figures or Latin words is none. */
const HALF_WIDTH =
  /\p{Script=Han}\s*[,;:!?](?=\s*(?:[\p{Script=Han}“”《》（）]|$))|\p{Script=Han}\.(?=\s*(?:\p{Script=Han}|$))|\p{Script=Han}[("]|[)"]\p{Script=Han}|[”》）][,;:!?](?=\s*\p{Script=Han})/u

export function* checkLanguages(library: Library): Iterable<Problem> {
  for (const told of textsOf(library)) yield* checkText(told)
  for (const told of pageTextsOf(library)) yield* checkText(told)
}

function clip(text: string, at = 0): string {
  const from = Math.max(0, at - 6)
  return `${from > 0 ? '…' : ''}${text.slice(from, at + 10).replace(/\s+/g, ' ')}${text.length > at + 10 ? '…' : ''}`
}

function* checkText(told: Told): Iterable<Problem> {
  const { lang, text } = told
  if (!LETTER.test(text)) return
  if (told.other !== undefined && lang === 'en' && told.other.trim() === text.trim()) {
    yield mistake('same-text', told.spot(), `“${clip(text)}” is the same in both languages.`, 'Write each for its own reader.')
    return
  }
  yield* lang === 'zh' ? checkChinese(told) : checkEnglish(told)
}

function* checkChinese(told: Told): Iterable<Problem> {
  const { text, other } = told
  if (!HAN.test(text) && (other !== undefined || WORDY.test(text))) {
    yield mistake(
      'no-chinese',
      told.spot(),
      `The Chinese text “${clip(text)}” has no Chinese characters.`,
      'Write it in Chinese; the English stands under `en`.'
    )
    return
  }
  const half = HALF_WIDTH.exec(text)
  if (half) {
    yield mistake(
      'half-width',
      told.spot(),
      `There is half-width punctuation in the Chinese: ${clip(text, half.index)}`,
      'Write ，。：；！？（）“” between Chinese characters.'
    )
  }
}

function* checkEnglish(told: Told): Iterable<Problem> {
  const named = told.text.replace(NAMED, ' ')
  const found = HAN.exec(named)
  if (found) {
    yield mistake(
      'chinese-in-english',
      told.spot(),
      `There are Chinese characters in the English: ${clip(named, found.index)}`,
      'Put a Chinese name between “ ” or in parentheses after its English.'
    )
  }
}
