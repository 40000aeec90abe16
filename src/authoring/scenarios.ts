/** What a scenario is made of, as lines of a plain-text report: how long it is, and where its best and worst paths lead. Pure. */
import type { Question, ScenarioQuestion } from '../quiz/question.ts'
import { scenario } from '../quiz/scenario/scenario.ts'
import { type Path, search } from '../quiz/scenario/search.ts'

export function scenariosIn(bank: readonly Question[]): ScenarioQuestion[] {
  return bank.filter(question => question.kind === 'scenario')
}

function pathLine(name: string, question: ScenarioQuestion, { end, earned, levels, moves }: Path): string {
  const meters = question.meters.map(({ id, fair, good }) => `${id} ${levels[id]} (${fair}, ${good})`).join(', ')
  return `  ${name.padEnd(6)}${end.padEnd(7)}${earned} of ${scenario.possible(question)}, ${meters}: ${moves.join(' > ')}`
}

function linesOf(question: ScenarioQuestion): string[] {
  const { paths } = search(question)
  const size = `${question.id}: nodes ${question.nodes.length}`
  if (!paths) return ['', `${size}, and its paths can’t be followed: npm run check says why.`]
  const { count, failing, shortest, longest, best, worst } = paths
  const decisions = longest === 0 ? 'every path fails' : `choices ${shortest} to ${longest}`
  return [
    '',
    `${size}, ${decisions}, paths ${count}, failing ${failing}`,
    pathLine('best', question, best),
    pathLine('worst', question, worst)
  ]
}

/** After each meter stand its level at the end and, in brackets, from where it is fair and good. */
export function scenarios(bank: readonly Question[]): string[] {
  const found = scenariosIn(bank)
  return [`Scenarios: ${found.length}`, ...found.flatMap(linesOf)]
}
