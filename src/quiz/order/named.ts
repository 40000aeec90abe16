/** A step named inside a sentence: without its own full stop. */
export function named(step: string): string {
  return step.replace(/[。.]$/, '')
}
