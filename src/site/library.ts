/**
 * The shelf of this build. A build stops at an author's mistake; `astro dev` shows what is there and reads `content/`
 * anew, because it is half written while someone writes.
 */
import { loadLibrary, readLibrary } from '../authoring/library.ts'
import { type Shelf, shelfOf } from './shelf.ts'

/** How long `astro dev` keeps what it has read, in milliseconds: one page, not one sitting. */
const FRESH = 1000

let shelf: Shelf | undefined
let readAt = 0

export function theShelf(): Shelf {
  const stale = import.meta.env.DEV && Date.now() - readAt > FRESH
  if (!shelf || stale) {
    shelf = shelfOf(import.meta.env.DEV ? readLibrary(process.cwd()) : loadLibrary())
    readAt = Date.now()
  }
  return shelf
}
