/** How the handbook stands on a home screen. One for both languages: the start page asks for the reader's own. */
import { LANGS, localeOf } from '../lang/text.ts'
import { base, to } from './here.ts'
import { wordsIn } from './words.ts'

const SIZES = [192, 512] as const
const PURPOSES = ['any', 'maskable'] as const

/** Shortcuts lead through the start page, which knows the language. */
const SHORTCUTS = [
  ['handbook', 'lookUp'],
  ['tools', 'tools']
] as const

export function manifest() {
  const zh = wordsIn('zh')
  const en = wordsIn('en')
  return {
    id: base,
    start_url: base,
    scope: base,
    lang: localeOf('zh'),
    dir: 'ltr',
    name: `${zh.title} ${en.title}`,
    short_name: zh.title,
    name_localized: Object.fromEntries(LANGS.map(lang => [lang, wordsIn(lang).title])),
    description: `${zh.siteSummary} ${en.siteSummary}`,
    display: 'standalone',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    categories: ['education', 'business'],
    icons: [
      { src: to('/icon.svg'), sizes: 'any', type: 'image/svg+xml' },
      ...PURPOSES.flatMap(purpose =>
        SIZES.map(size => ({
          src: to(`/icon-${purpose === 'any' ? '' : 'maskable-'}${size}.png`),
          sizes: `${size}x${size}`,
          type: 'image/png',
          purpose
        }))
      )
    ],
    shortcuts: SHORTCUTS.map(([place, word]) => ({ name: `${zh[word]} ${en[word]}`, url: `${base}?to=${place}` }))
  }
}
