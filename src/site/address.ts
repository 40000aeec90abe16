/** Addresses of the site's pages. Every one begins and ends with a slash; `base` is where the site is mounted. */
import { isLang, type Lang, otherLang } from '../lang/text.ts'

/** `/`, or the path the site is mounted at with a slash on either side. */
export function baseFrom(setting: string | undefined): string {
  const parts = (setting ?? '').split('/').filter(part => part !== '')
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`
}

/** Puts the base before a path of the site; leaves `#id`, `mailto:` and other sites alone. */
export function withBase(path: string, base: string): string {
  if (!path.startsWith('/') || path.startsWith('//')) return path
  return baseFrom(base) + path.slice(1)
}

/** The path as it is without a base. */
export function withoutBase(pathname: string, base: string): string {
  const root = baseFrom(base)
  return pathname.startsWith(root) ? `/${pathname.slice(root.length)}` : pathname
}

export function pageAddress(lang: Lang, page: string, anchor = ''): string {
  return `/${lang}/handbook/${page}/${anchor === '' ? '' : `#${anchor}`}`
}

export function moduleAddress(lang: Lang, module: string): string {
  return `/${lang}/modules/${module}/`
}

export function classAddress(lang: Lang, module: string): string {
  return `/${lang}/class/${module}/`
}

export function worksheetAddress(lang: Lang, module: string): string {
  return `/${lang}/worksheets/${module}/`
}

export function exerciseAddress(lang: Lang, id: string): string {
  return `/${lang}/exercises/${id}/`
}

export function examAddress(lang: Lang, exam: string): string {
  return `/${lang}/exams/${exam}/`
}

/** A blank form, to print. */
export function blankAddress(lang: Lang, form: string): string {
  return `/${lang}/tools/forms/${form}/`
}

/** The forms that were filled in on this device. */
export function papersAddress(lang: Lang): string {
  return `/${lang}/tools/papers/`
}

/** Where a form is filled in. A fragment names one that is kept; `?run=ID` begins one from a visit's run. */
export function fillAddress(lang: Lang, form: string): string {
  return `${papersAddress(lang)}${form}/`
}

export function pathAddress(lang: Lang, path: string): string {
  return `/${lang}/paths/${path}/`
}

/** Where a reader is: language, and the handbook page if it is one. */
export interface Here {
  readonly lang: Lang
  /** `group/slug`. */
  readonly page?: string
}

export function hereFrom(path: string): Here {
  const [lang, room, group, slug] = path.split('/').filter(part => part !== '')
  const known = isLang(lang) ? lang : 'zh'
  return room === 'handbook' && group && slug ? { lang: known, page: `${group}/${slug}` } : { lang: known }
}

/** The same page in the other language. */
export function twinOf(path: string): string {
  const here = path.split('/')
  const lang = here[1]
  if (!isLang(lang)) return path
  here[1] = otherLang(lang)
  return here.join('/')
}
