/** What this device knows of the time. */

/** Minutes east of UTC at a moment (epoch milliseconds). */
export const zoneAt = (at: number): number => -new Date(at).getTimezoneOffset()
