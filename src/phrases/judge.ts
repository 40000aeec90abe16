/** Judges a reply with the rules of both languages: for the build, the tests and whoever has them all. */
import { CHINESE } from './chinese.ts'
import { ENGLISH } from './english.ts'
import type { PackPhrase } from './find.ts'
import { type Judged, judgeWith } from './judging.ts'

export function judge(text: string, phrases: readonly PackPhrase[]): Judged {
  return judgeWith({ zh: CHINESE, en: ENGLISH }, text, phrases)
}
