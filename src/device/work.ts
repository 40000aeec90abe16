/** Work that can be put down and taken up again: it yields wherever it may be. The same lines are done at once, or in slices. */
export type Work<T> = Generator<void, T>

/** Things that are looked at before a loop may be put down. */
export const SOME = 500

/** Does it all at once. */
export function whole<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
