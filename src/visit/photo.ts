/** How large a photo is kept, and how long. */
import type { Filled, Photo, Run } from './paper.ts'
import { nowOf } from './run.ts'

/** Longest side of a photo that is kept, in pixels. */
export const LONGEST = 1280

/** The size a picture is shrunk to; one that is small enough stays as it is. Pixels. */
export function shrunkSize(width: number, height: number, longest = LONGEST): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height, 1))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Days that photos stay after they were handed out. */
export const DAYS = [1, 7, 30] as const
export type Keeping = (typeof DAYS)[number] | 'never'
export const USUAL: Keeping = 7

/** What is chosen, from a setting that may hold anything. */
export function keepingFrom(setting: string | undefined): Keeping {
  return setting === 'never' ? 'never' : (DAYS.find(days => String(days) === setting) ?? USUAL)
}

const DAY = 86_400_000

/** When a run's photos were last handed out, with the run or with its form (epoch milliseconds). */
export function handedOut(run: Run, forms: readonly Filled[]): number | undefined {
  const times = [run.exported, ...forms.filter(form => form.run === run.id).map(form => form.exported)]
  return times.reduce((latest, at) => (at !== undefined && at > (latest ?? -1) ? at : latest), undefined)
}

/** When a photo is to go, if that is known. One taken after the run was handed out waits for the next time. */
export function goesAt(photo: Pick<Photo, 'changed'>, run: Run, forms: readonly Filled[], keeping: Keeping): number | undefined {
  const at = handedOut(run, forms)
  return keeping === 'never' || at === undefined || at < photo.changed ? undefined : at + keeping * DAY
}

export interface Kept {
  readonly photos: readonly Pick<Photo, 'id' | 'changed' | 'run'>[]
  readonly runs: ReadonlyMap<string, Run>
  /** Runs that this version can't read: their photos are none of its business. */
  readonly unreadable: ReadonlySet<string>
  readonly forms: readonly Filled[]
}

/**
 * Ids of the photos that are to be removed now: those that have expired, and those that no run shows any more. The
 * latter stay a day, so that what was removed by mistake can be brought back.
 */
export function expired({ photos, runs, unreadable, forms }: Kept, keeping: Keeping, now: number): string[] {
  const isExpired = (photo: Kept['photos'][number]) => {
    if (unreadable.has(photo.run)) return false
    const run = runs.get(photo.run)
    const touched = Math.max(photo.changed, ...(run?.entries ?? []).slice(-1).map(({ at }) => at))
    const shown = run && [...nowOf(run).steps.values()].some(step => step.photos.includes(photo.id))
    if (!run || !shown) return touched + DAY <= now
    const at = goesAt(photo, run, forms, keeping)
    return at !== undefined && at <= now
  }
  return photos.filter(isExpired).map(({ id }) => id)
}
