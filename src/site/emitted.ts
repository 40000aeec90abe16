/**
 * Scripts that no page names when it is built, because their addresses are known only when the build has named its files:
 * the search box, and what keeps the offline copy. They are loaded when they are needed, by the page's own few lines.
 */
export const EMITTED = { search: 'src/search/box.island.ts', keep: 'src/offline/keep.island.ts' } as const
export type Emitted = keyof typeof EMITTED

const NAMES = Object.keys(EMITTED) as Emitted[]
/** Stands in a page for an address until the page is finished. */
export const placeOf = (name: Emitted) => `@emitted-${name}`

/** What a page names: in `astro dev` the source itself. */
export function emittedAddress(name: Emitted, base: string, isDev: boolean): string {
  return isDev ? base + EMITTED[name] : placeOf(name)
}

/** `files` are the scripts of the build, as paths from its root. */
export function withEmitted(html: string, files: readonly string[], base: string): string {
  return NAMES.reduce((page, name) => {
    const found = files.find(file => new RegExp(`(^|/)${name}\\.[\\w-]+\\.js$`).test(file))
    if (!found) throw new Error(`The build has no script "${name}".`)
    return page.replaceAll(placeOf(name), base + found)
  }, html)
}
