/** A day of the learner's calendar, counted from 1 January 1970. */
export type Day = number

/** The day on which a moment falls, `zone` minutes east of UTC. */
export function dayAt(at: number, zone: number): Day {
  return Math.floor((at + zone * 60_000) / 86_400_000)
}
