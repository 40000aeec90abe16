/** What a form's fields say of themselves and of the checklist that fills them in. */
import type { Library } from '../library.ts'
import { mistake, type Problem, type ProblemKind } from '../problem.ts'
import type { Trail } from '../read.ts'
import type { Checklist, Form } from '../schema.ts'

type Tell = (kind: ProblemKind, trail: Trail, what: string, hint: string) => Problem

export function* checkForms(library: Library): Iterable<Problem> {
  for (const form of library.forms) {
    const tell: Tell = (kind, trail, what, hint) => mistake(kind, library.spot(`form:${form.id}`, trail), what, hint)
    const checklist = library.checklists.find(({ id }) => id === form.checklist)
    // One that could not be read is told of already.
    const isUnread = library.problems.some(({ file }) => file.startsWith('content/checklists/'))
    if (form.checklist !== undefined && !checklist && !isUnread)
      yield tell(
        'unknown-checklist',
        ['checklist'],
        `There is no checklist "${form.checklist}".`,
        'Each file in content/checklists/ is one checklist.'
      )
    else if (checklist || form.checklist === undefined) yield* checkPlaces(form, checklist, tell)
    yield* checkFields(form, tell)
  }
}

/** Stages and steps that fields name stand in the checklist. */
function* checkPlaces(form: Form, checklist: Checklist | undefined, tell: Tell): Iterable<Problem> {
  const stages = checklist?.stages ?? []
  const steps = new Set(stages.flatMap(stage => stage.steps.map(({ id }) => id)))
  const hint = checklist
    ? `Stages and steps stand in content/checklists/${checklist.id}.yaml.`
    : 'Name the `checklist` whose runs fill the form in, or leave `stage` and `from` out.'
  for (const [index, { stage, from = [] }] of form.fields.entries()) {
    if (stage !== undefined && !stages.some(({ id }) => id === stage))
      yield tell('unknown-step', ['fields', index, 'stage'], `The checklist of form "${form.id}" has no stage "${stage}".`, hint)
    for (const [place, source] of from.entries()) {
      if ('step' in source && !steps.has(source.step))
        yield tell(
          'unknown-step',
          ['fields', index, 'from', place],
          `The checklist of form "${form.id}" has no step "${source.step}".`,
          hint
        )
    }
  }
}

const TIMES = ['started', 'finished', 'time']

function* checkFields(form: Form, tell: Tell): Iterable<Problem> {
  for (const [index, { id, type = 'text', lines = 1, choices, from = [] }] of form.fields.entries()) {
    const at = (part: string): Trail => ['fields', index, part]
    const isTime = type === 'date' || type === 'datetime'
    if ((type === 'choice') !== (choices !== undefined))
      yield tell(
        'form-field',
        at('id'),
        `Field "${id}" has a type "${type}" and ${choices ? '' : 'no '}choices.`,
        '`type: choice` and `choices` belong together.'
      )
    if (lines > 1 && type !== 'text')
      yield tell('form-field', at('lines'), `Field "${id}" has several lines and the type "${type}".`, 'Only a text has several `lines`.')
    if ((type === 'signature' || type === 'stamp') && from.length > 0)
      yield tell(
        'form-field',
        at('from'),
        `Field "${id}" is a ${type} and is filled from a run.`,
        'Only a person can give it: leave `from` out.'
      )
    else if (from.some(source => TIMES.includes('run' in source ? source.run : source.take) !== isTime))
      yield tell(
        'form-field',
        at('from'),
        `Field "${id}" has the type "${type}" and is filled from something else.`,
        'Times go into `date` and `datetime`, notes, order numbers and names into the others.'
      )
  }
}
