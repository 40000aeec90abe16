/** Which kinds decide something. */
import type { Kind } from './question.ts'

/**
 * Kinds that a check or an exam may draw: those that are answered in about a minute and marked for certain. A reply is
 * marked by its form only; a transcript or a scenario takes as long as half a check. They are practised on pages of
 * their own and never decide whether somebody passes.
 */
export function isChecked(kind: Kind): boolean {
  return kind !== 'mark' && kind !== 'reply' && kind !== 'scenario'
}
