/** Pages that a reader opened last, and those kept at hand. Read from storage, where anything may stand. */
export interface Place {
  /** Below the language, so that a pin holds in both. */
  readonly path: string
  readonly title: string
}

export interface Shortcuts {
  readonly pinned: readonly Place[]
  readonly recent: readonly Place[]
}

const MOST_RECENT = 5
const MOST_PINNED = 12
const LONGEST = 200

const isPath = (path: unknown): path is string =>
  typeof path === 'string' && /^[a-z0-9][\w/-]*\/(#[\w.-]+)?$/.test(path) && path.length < LONGEST

function placesIn(list: unknown, most: number): Place[] {
  if (!Array.isArray(list)) return []
  return list
    .flatMap((item: unknown) => {
      const { path, title } = (item ?? {}) as Partial<Record<keyof Place, unknown>>
      return isPath(path) && typeof title === 'string' && title !== '' ? [{ path, title: title.slice(0, LONGEST) }] : []
    })
    .slice(0, most)
}

/** What is no list of pages is passed over. */
export function parse(stored: string | null | undefined): Shortcuts {
  try {
    const { pinned, recent } = (JSON.parse(stored ?? '{}') ?? {}) as Partial<Record<keyof Shortcuts, unknown>>
    return { pinned: placesIn(pinned, MOST_PINNED), recent: placesIn(recent, MOST_RECENT) }
  } catch {
    return { pinned: [], recent: [] }
  }
}

const without = (places: readonly Place[], path: string) => places.filter(place => place.path !== path)

export function opened(shortcuts: Shortcuts, place: Place): Shortcuts {
  return { ...shortcuts, recent: [place, ...without(shortcuts.recent, place.path)].slice(0, MOST_RECENT) }
}

export function isPinned({ pinned }: Shortcuts, path: string): boolean {
  return pinned.some(place => place.path === path)
}

/** Pins a page, or takes it from the pins. A new one stands first. */
export function toggled(shortcuts: Shortcuts, place: Place): Shortcuts {
  const pinned = without(shortcuts.pinned, place.path)
  return { ...shortcuts, pinned: isPinned(shortcuts, place.path) ? pinned : [place, ...pinned].slice(0, MOST_PINNED) }
}
