/** Letters and orders of what is chosen on paper. */

export function letterOf(index: number): string {
  return String.fromCharCode(65 + index)
}

/** Entries in the order of a draw; those that it does not name are left out. */
export function inOrder<T extends { readonly id: string }>(entries: readonly T[], order: readonly string[]): T[] {
  return order.flatMap(id => entries.filter(entry => entry.id === id))
}
