/** Entries in the order of a draw; those that it does not name come first, as they were written. */
export function inDraw<T extends { readonly id: string }>(entries: readonly T[], order: readonly string[]): T[] {
  return [...entries].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}
