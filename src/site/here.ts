/** Addresses with the base of this build. */
import { baseFrom, type Here, hereFrom, withBase, withoutBase } from './address.ts'

/** Where this build is mounted, with a slash on either side. */
export const base = baseFrom(import.meta.env.BASE_URL)

export function to(path: string): string {
  return withBase(path, base)
}

/** The path of a page being built, without the base. */
export function pathOf(url: URL): string {
  return withoutBase(url.pathname, base)
}

export function hereOf(url: URL): Here {
  return hereFrom(pathOf(url))
}
