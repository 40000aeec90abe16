/** Remembers where each entry of `content/` stands, and which ids are known although their entry could not be read. */
import type { z } from 'astro/zod'
import { mistake, type Problem, type Spot } from './problem.ts'
import type { Source, Trail } from './read.ts'
import { dig } from './wording.ts'

/** Where something stands, for a problem's `file` and `line`. */
export interface Place {
  readonly file: string
  lineOf(trail?: Trail): number
}

export type EntryType = 'rule' | 'phrase' | 'question' | 'module' | 'path' | 'exam' | 'group' | 'checklist' | 'form' | 'synonym' | 'page'

export interface Entry<T> {
  readonly trail: Trail
  readonly data: T
}

export class Places {
  readonly problems: Problem[] = []
  readonly #places = new Map<string, Place>()
  readonly #unread = new Set<string>()
  readonly #unreadTypes = new Set<string>()

  /** Remembers where an entry stands; the second entry with the same id is a mistake and is left out. */
  mark(entry: string, source: Pick<Source<unknown>, 'file' | 'lineOf'>, trail: Trail): boolean {
    const earlier = this.#places.get(entry)
    if (earlier) {
      const id = entry.slice(entry.indexOf(':') + 1)
      const what = `The id "${id}" is used twice; it stands first at ${earlier.file}:${earlier.lineOf()}.`
      this.problems.push(
        mistake(
          'duplicate-id',
          { file: source.file, line: source.lineOf(trail) },
          what,
          'Give the newer entry an id of its own. Ids are never reused.'
        )
      )
      return false
    }
    this.#places.set(entry, { file: source.file, lineOf: (further = []) => source.lineOf([...trail, ...further]) })
    return true
  }

  /** Notes the problems of a file. A file that is no YAML makes every id of its type known, so that one mistake is told once. */
  take<T>(type: EntryType, source: Source<T>): T | undefined {
    this.problems.push(...source.problems)
    if (source.raw === undefined) this.#unreadTypes.add(type)
    return source.data
  }

  lose(type: EntryType, id: unknown): void {
    if (typeof id === 'string') this.#unread.add(`${type}:${id}`)
    else this.#unreadTypes.add(type)
  }

  /** The entries at `trail` that have the right shape. One broken entry does not take the others with it. */
  entries<T>(type: EntryType, source: Source<unknown>, trail: Trail, schema: z.ZodType<T>): Entry<T>[] {
    const list = dig(source.raw, trail)
    if (!Array.isArray(list)) return []
    return list.flatMap((item: unknown, index) => {
      const checked = schema.safeParse(item)
      if (!checked.success) {
        this.lose(type, dig(item, ['id']))
        return []
      }
      return [{ trail: [...trail, index], data: checked.data }]
    })
  }

  /** True for an id that stands somewhere, even in an entry that could not be read. */
  knows(type: EntryType, id: string): boolean {
    const entry = `${type}:${id}`
    return this.#places.has(entry) || this.#unread.has(entry) || this.#unreadTypes.has(type)
  }

  /** False when entries of this type are missing from the library because of mistakes in them. */
  complete(type: EntryType): boolean {
    return !this.#unreadTypes.has(type) && ![...this.#unread].some(entry => entry.startsWith(`${type}:`))
  }

  placeOf(entry: string): Place {
    return this.#places.get(entry) ?? { file: 'content', lineOf: () => 1 }
  }

  spot(entry: string, trail: Trail = []): Spot {
    const place = this.placeOf(entry)
    return { file: place.file, line: place.lineOf(trail) }
  }
}
