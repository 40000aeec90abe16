/** The rules and the register of each language, loaded when it is first written. */
import { LANGS, type Lang } from '../lang/text.ts'
import type { Expressions } from './check.ts'
import type { PackPhrase } from './find.ts'
import { registerOf, type SayPhrase, type SaySet } from './saySet.ts'

const RULES: Readonly<Record<Lang, () => Promise<readonly Expressions[]>>> = {
  zh: async () => (await import('./chineseMore.ts')).SAID_IN_CHINESE,
  en: async () => (await import('./englishMore.ts')).SAID_IN_ENGLISH
}

export interface SayRules {
  /** Loads what is missing of these languages; true when nothing is. What failed is tried again at the next call. */
  ready(langs: readonly Lang[]): boolean
  readonly known: Readonly<Partial<Record<Lang, readonly Expressions[]>>>
  register(): readonly PackPhrase[]
  phrase(lang: Lang, id: string): SayPhrase | undefined
}

async function fetched(address: string): Promise<SaySet> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(answer.statusText)
  return answer.json()
}

/** `onLoaded` is told whether a language could be loaded. */
export function sayRules(addresses: Readonly<Record<Lang, string>>, onLoaded: (loaded: boolean) => void): SayRules {
  const known: Partial<Record<Lang, readonly Expressions[]>> = {}
  const sets: Partial<Record<Lang, SaySet>> = {}
  const loading = new Set<Lang>()
  let register = registerOf(sets)

  async function load(lang: Lang): Promise<void> {
    loading.add(lang)
    try {
      const [rules, set] = await Promise.all([RULES[lang](), fetched(addresses[lang])])
      known[lang] = rules
      sets[lang] = set
      register = registerOf(sets)
      onLoaded(true)
    } catch {
      onLoaded(false)
    }
    loading.delete(lang)
  }

  return {
    ready(langs) {
      for (const lang of LANGS) if (langs.includes(lang) && !known[lang] && !loading.has(lang)) void load(lang)
      return langs.every(lang => known[lang])
    },
    known,
    register: () => register,
    phrase: (lang, id) => sets[lang]?.find(phrase => phrase.id === id)
  }
}
