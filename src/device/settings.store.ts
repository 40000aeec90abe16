/**
 * Small choices of this browser that are no part of the record: the path, the days of the last visits. Losing them costs
 * nothing, so they live in local storage, and a blocked or full one is passed over.
 */
import { NAME } from './place.ts'

export function readSetting(name: string): string | undefined {
  try {
    return localStorage.getItem(NAME + name) ?? undefined
  } catch {
    return undefined
  }
}

export function writeSetting(name: string, value: string): void {
  try {
    localStorage.setItem(NAME + name, value)
  } catch {
    // blocked or full: the choice holds for this page only
  }
}
