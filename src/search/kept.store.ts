/**
 * Recent and pinned pages, kept with the other small choices of this browser. It doesn't share the file of those choices:
 * on a page without a quiz that would be one more to load before the first answer.
 */
import { parse, type Shortcuts } from './shortcuts.ts'

const KEY = `service-handbook${import.meta.env.BASE_URL.replace(/\/?$/, '/')}search`

let kept: Shortcuts | undefined

export function shortcuts(): Shortcuts {
  kept ??= parse(stored())
  return kept
}

/** Another tab may have changed them since. */
export function refresh(): void {
  kept = undefined
}

export function keep(changed: Shortcuts): void {
  kept = changed
  try {
    localStorage.setItem(KEY, JSON.stringify(changed))
  } catch {
    // blocked or full: it holds for this page only
  }
}

function stored(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined
  } catch {
    return
  }
}
