/** The guessing bots against chance, as tables: the whole bank, and each kind by itself, since one may hide another's leak. */
import { LANGS, type Lang, type Text } from '../lang/text.ts'
import { type Guess, guesses, type Summary, summaryOf } from './bots.ts'
import { BOT_NAMES } from './cues.ts'
import { learnedGuesses } from './learned.ts'
import { hasChoices, KINDS, type Kind, type Question } from './question.ts'

export interface BotRow extends Readonly<Record<Lang, Summary>> {
  readonly bot: Guess['bot']
  /** Over both languages: what a bilingual reader could use. */
  readonly both: Summary
  /** Ids of the questions where its cue pays, most first. */
  readonly found: Readonly<Record<Lang, readonly string[]>>
}

export interface BotTable {
  /** Undefined for the whole bank. */
  readonly kind?: Kind
  readonly questions: number
  readonly rows: readonly BotRow[]
}

/** Points by which a bot may beat chance. */
export const NEAR = 5

/** By how much of its points it has to beat chance on one question to have found something there. */
const FOUND = 0.25
const gain = ({ score, chance }: Guess) => score - chance

/**
 * Whether a bot finds a leak: over the whole bank when it is further from chance than it may be; in one kind only when
 * the few questions of that kind tell it from chance.
 */
export function leaks({ difference, least }: Summary, kind?: Kind): boolean {
  return difference > NEAR && (kind === undefined || least > 0)
}

/** `names` are those of the rules, which bots read in transcripts. The bot that learns reads choices only. */
export function botTables(questions: readonly Question[], names: ReadonlyMap<string, Text>): BotTable[] {
  const chosen = questions.filter(hasChoices)
  const all = [...guesses(questions, LANGS, names), ...LANGS.flatMap(lang => learnedGuesses(chosen, lang))]
  const kinds = KINDS.filter(kind => questions.some(question => question.kind === kind))
  return [tableOf(all), ...kinds.map(kind => ({ kind, ...tableOf(all.filter(guess => guess.kind === kind)) }))]
}

function tableOf(all: readonly Guess[]): Omit<BotTable, 'kind'> {
  const bots = ([...BOT_NAMES, 'learned'] as const).filter(bot => all.some(guess => guess.bot === bot))
  const rows = bots.map(bot => {
    const own = all.filter(guess => guess.bot === bot)
    const of = (lang: Lang) => summaryOf(own.filter(guess => guess.lang === lang))
    const found = (lang: Lang) =>
      own
        .filter(guess => guess.lang === lang && gain(guess) >= FOUND)
        .sort((a, b) => gain(b) - gain(a))
        .map(guess => guess.question)
    return { bot, zh: of('zh'), en: of('en'), both: summaryOf(own), found: { zh: found('zh'), en: found('en') } }
  })
  return { questions: new Set(all.map(guess => guess.question)).size, rows }
}
