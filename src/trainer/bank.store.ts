/**
 * The questions of this site, to mark answers again. All modules are asked for, whichever were assigned: the requests tell
 * nobody what a trainer has handed out.
 */
import type { ConsoleCourse } from './consoleCourse.ts'
import type { Bank } from './rescore.ts'

/** Rejects where one can't be had. */
export async function loadBank({ modules, rules }: Pick<ConsoleCourse, 'modules' | 'rules'>): Promise<Bank> {
  const questions = await Promise.all(
    modules.map(async ({ id, href }) => {
      const answer = await fetch(`${href}questions.json`)
      if (!answer.ok) throw new Error(`${answer.status}`)
      return [id, await answer.json()] as const
    })
  )
  return { modules, rules, questions: new Map(questions) }
}
