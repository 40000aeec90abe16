/** The two languages of the handbook, and texts that exist in both. */
export const LANGS = ['zh', 'en'] as const
export type Lang = (typeof LANGS)[number]

/** One text in both languages. Neither is a word-for-word translation of the other. */
export type Text = Readonly<Record<Lang, string>>

export function isLang(value: unknown): value is Lang {
  return value === 'zh' || value === 'en'
}

export function otherLang(lang: Lang): Lang {
  return lang === 'zh' ? 'en' : 'zh'
}

/** BCP 47 tag for the `lang` attribute and for `Intl`. */
export function localeOf(lang: Lang): string {
  return lang === 'zh' ? 'zh-CN' : 'en'
}

/**
 * Fills `{name}` places of an interface text. A place without a value stays as it is, so that a mistake is seen.
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place))
}
