/** The trainer's key for people to compare: the first twenty digits of its point, in groups. */
export function fingerprintOf(key: string): string {
  return (key.slice(2, 22).match(/.{4}/g) ?? []).join(' ')
}
