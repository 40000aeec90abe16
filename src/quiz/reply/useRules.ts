/**
 * The rules that replies are judged by. They are large, so a page has none of them until somebody begins to write, and
 * then those of the languages that are written in.
 */
import { useEffect, useState } from 'preact/hooks'
import type { Lang } from '../../lang/text.ts'
import type { PackPhrase } from '../../phrases/find.ts'
import { type Judged, judgeWith, langsIn } from '../../phrases/judging.ts'
import type { Rules } from '../../phrases/rules.ts'

const LOADERS: Readonly<Record<Lang, () => Promise<Rules>>> = {
  zh: async () => (await import('../../phrases/chinese.ts')).CHINESE,
  en: async () => (await import('../../phrases/english.ts')).ENGLISH
}

const loaded: Partial<Record<Lang, Rules>> = {}

export function judge(text: string, phrases: readonly PackPhrase[]): Judged {
  return judgeWith(loaded, text, phrases)
}

/** Languages that these words on a page in this language need. */
function langsOf(text: string, own: Lang): Lang[] {
  return [...new Set([own, ...langsIn(text)])]
}

export function isReady(text: string): boolean {
  return langsIn(text).every(lang => loaded[lang])
}

/** Is anything known of a language? */
export function knows(lang: Lang): boolean {
  return loaded[lang] !== undefined
}

/** Loads what a text needs, or the rules of one language; resolves to whether all of it is there. */
export async function loadRules(langs: readonly Lang[]): Promise<boolean> {
  const missing = langs.filter(lang => !loaded[lang])
  const loads = await Promise.allSettled(
    missing.map(async lang => {
      loaded[lang] = await LOADERS[lang]()
    })
  )
  return loads.every(({ status }) => status === 'fulfilled')
}

/** Whether a text that was handed in before can be judged; `onReady` is called when the rules had to be loaded. */
export function useRules(text: string, own: Lang, onReady: () => void): boolean {
  const [, setLoaded] = useState(false)
  const langs = langsOf(text, own)
  const ready = langs.every(knows)
  useEffect(() => {
    if (ready) return
    void loadRules(langs).then(all => {
      if (!all) return
      setLoaded(true)
      onReady()
    })
  }, [text])
  return ready
}
