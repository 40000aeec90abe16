/** Moving a step, the same for buttons and for dragging. */

/** The ids with one of them moved to a place counted from 0; a place beyond the ends is the nearest end. */
export function moved(ids: readonly string[], id: string, to: number): string[] {
  if (!ids.includes(id)) return [...ids]
  const others = ids.filter(other => other !== id)
  const place = Math.max(0, Math.min(others.length, to))
  return [...others.slice(0, place), id, ...others.slice(place)]
}
