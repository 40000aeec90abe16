/** Choices on paper: each with its letter, and brackets for the letters that are chosen. */
import type { PaperForm } from '../paper.ts'
import type { ShownOf } from '../shown.ts'

export function choicesOnPaper({ choices }: Pick<ShownOf<'single'>, 'choices'>): PaperForm {
  return {
    lists: [{ sign: 'letter', entries: choices.map(({ id, text }) => ({ id, text })) }],
    room: { type: 'box' },
    judged: true,
    reasons: choices.map(({ id, key, feedback }) => ({ of: id, right: key, text: feedback }))
  }
}
