/** The bank against the ledger of keys: ids stay, and a key changes only with a raised revision. */
import type { Question } from '../../quiz/question.ts'
import { idsIn } from '../ids.ts'
import { LEDGER_UPDATE, type Ledger, type LedgerLine, lineOf } from '../ledger.ts'
import type { Library } from '../library.ts'
import { mistake, type Problem, warning } from '../problem.ts'

export function* checkLedger(library: Library): Iterable<Problem> {
  const { ledger } = library
  if (!ledger) return
  const retired = new Set(ledger.retired)
  for (const question of library.questions) {
    const line = Object.hasOwn(ledger.questions, question.id) ? ledger.questions[question.id] : undefined
    if (retired.has(question.id)) yield retiredInUse(library, question, question.id, [])
    else if (line) yield* checkLine(library, question, line, retired)
  }
  yield* checkNew(library, ledger, retired)
  for (const id of Object.keys(ledger.questions)) {
    if (library.knows('question', id) || retired.has(id)) continue
    yield mistake(
      'id-vanished',
      library.spot('ledger:', ['questions', id]),
      `The question "${id}" has vanished.`,
      `Learners’ records hold its id. Put it back under the same id, or add "${id}" to \`retired\` and run ${LEDGER_UPDATE}.`
    )
  }
}

/** New questions, told once a file: a writer of twenty knows. */
function* checkNew(library: Library, ledger: Ledger, retired: ReadonlySet<string>): Iterable<Problem> {
  for (const module of new Set(library.questions.map(question => question.module))) {
    const unknown = library.questions.filter(
      ({ id, module: own }) => own === module && !retired.has(id) && !Object.hasOwn(ledger.questions, id)
    )
    const [first] = unknown
    if (!first) continue
    const names = unknown.length === 1 ? `question "${first.id}"` : `${unknown.length} questions of "${module}", the first "${first.id}"`
    yield warning(
      'not-in-ledger',
      library.spot(`question:${first.id}`),
      `The ledger does not know ${names} yet.`,
      `When they are ready, run ${LEDGER_UPDATE}.`
    )
  }
}

function retiredInUse(library: Library, question: Question, id: string, trail: (string | number)[]): Problem {
  return mistake(
    'retired-id-used',
    library.spot(`question:${question.id}`, trail),
    `The id "${id}" was retired and is used again.`,
    'Old records hold it with another meaning. Choose a new id.'
  )
}

function* checkLine(library: Library, question: Question, line: LedgerLine, retired: ReadonlySet<string>): Iterable<Problem> {
  const entry = `question:${question.id}`
  const now = lineOf(question)
  for (const { id, trail } of idsIn(question)) {
    if (retired.has(`${question.id}/${id}`)) yield retiredInUse(library, question, `${question.id}/${id}`, [...trail, 'id'])
  }
  for (const id of line.choices) {
    const full = `${question.id}/${id}`
    if (now.choices.includes(id) || retired.has(full)) continue
    yield mistake(
      'id-vanished',
      library.spot(entry, keyTrail(question)),
      `The choice "${id}" of question "${question.id}" has vanished.`,
      `Put it back under the same id, or add "${full}" to \`retired\` in content/ledger.json.`
    )
  }
  if (now.revision < line.revision) {
    yield mistake(
      'revision-lowered',
      library.spot(entry, ['revision']),
      `The revision of "${question.id}" is ${now.revision}, and it was ${line.revision}.`,
      'A revision only rises.'
    )
  } else if (now.hash !== line.hash && now.revision === line.revision) {
    yield mistake(
      'key-changed',
      library.spot(entry, keyTrail(question)),
      `The key, the kind or the choices of "${question.id}" changed and its revision did not.`,
      `Set \`revision: ${line.revision + 1}\`, or undo the change. Old answers are scored by the old key.`
    )
  } else if (now.revision !== line.revision || now.hash !== line.hash) {
    yield mistake(
      'ledger-outdated',
      library.spot(entry, ['revision']),
      `The ledger has revision ${line.revision} of "${question.id}".`,
      `Run ${LEDGER_UPDATE}.`
    )
  }
}

/** Where a question of any kind holds its key. */
function keyTrail(question: Question): string[] {
  const part = (['choices', 'items', 'turns', 'gaps', 'answer', 'needs', 'nodes'] as const).find(name => name in question)
  return part ? [part] : []
}
