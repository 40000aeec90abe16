/** Modules have questions enough for their check, and a path that leads to them. Every path begins alike. */
import { sameCodes } from '../codes.ts'
import { isPicked } from '../exams.ts'
import type { Library } from '../library.ts'
import { mistake, type Problem } from '../problem.ts'

/** What every path begins with. */
const START = ['principles', 'speech']

export function* checkModules(library: Library): Iterable<Problem> {
  const onPath = new Set(library.paths.flatMap(path => path.modules))
  for (const { id, draw } of library.modules) {
    const own = library.questions.filter(question => question.module === id).length
    const spot = library.spot(`module:${id}`)
    if (own === 0) {
      if (library.complete('question'))
        yield mistake('module-without-questions', spot, `The module "${id}" has no questions.`, `Write content/questions/${id}.yaml.`)
    } else if (draw > own && library.complete('question')) {
      yield mistake(
        'draw-too-large',
        library.spot(`module:${id}`, ['draw']),
        `The check of "${id}" draws ${draw} questions and there are ${own}.`,
        'Write more questions, or draw fewer.'
      )
    }
    if (!onPath.has(id) && library.complete('path'))
      yield mistake('module-in-no-path', spot, `No path leads to the module "${id}".`, 'Add it to a path in content/paths.yaml.')
  }
}

/** An assignment names modules, rules and pages by three bytes of their ids' hashes. It happens once in some ten thousand handbooks that two are the same. */
export function* checkCodes(library: Library): Iterable<Problem> {
  const kinds: [string, string[]][] = [
    ['module:', library.modules.map(({ id }) => id)],
    ['rule:', [...library.rules.keys()]],
    ['page:zh/', [...new Set(library.pages.map(({ id }) => id))]]
  ]
  for (const [kind, ids] of kinds) {
    for (const [first, second] of sameCodes(ids)) {
      const spot = library.spot(kind + second)
      yield mistake(
        'same-code',
        spot,
        `"${second}" would have the same code in links as "${first}".`,
        'Choose another id for the newer one.'
      )
    }
  }
}

export function* checkPaths(library: Library): Iterable<Problem> {
  for (const { id, modules } of library.paths) {
    if (START.some((module, index) => modules[index] !== module)) {
      yield mistake(
        'path-start',
        library.spot(`path:${id}`, ['modules']),
        `The path "${id}" begins with ${modules.slice(0, 2).join(' and ')}.`,
        `Every path begins with ${START.join(' and ')}.`
      )
    }
    for (const [index, module] of modules.entries()) {
      if (!library.knows('module', module))
        yield mistake(
          'unknown-module',
          library.spot(`path:${id}`, ['modules', index]),
          `There is no module "${module}".`,
          'Modules stand in content/modules.yaml.'
        )
    }
  }
}

/** Exams draw from modules and rules that have questions enough, and close a path that there is. */
export function* checkExams(library: Library): Iterable<Problem> {
  for (const { id, path, picks, mustPass = [] } of library.exams) {
    const spot = (...trail: (string | number)[]) => library.spot(`exam:${id}`, trail)
    if (!library.knows('path', path))
      yield mistake('unknown-path', spot('path'), `There is no path "${path}".`, 'Paths stand in content/paths.yaml.')
    for (const [index, pick] of picks.entries()) {
      const [type, name] = 'module' in pick ? (['module', pick.module] as const) : (['rule', pick.rule] as const)
      const there = library.questions.filter(question => isPicked(pick, question)).length
      if (!library.knows(type, name))
        yield mistake(
          `unknown-${type}`,
          spot('picks', index),
          `There is no ${type} "${name}".`,
          'An exam draws from modules and rules that exist.'
        )
      else if (pick.count > there && library.complete('question'))
        yield mistake(
          'draw-too-large',
          spot('picks', index, 'count'),
          `The exam "${id}" draws ${pick.count} questions of "${name}" and there are ${there}.`,
          'Write more questions, or draw fewer.'
        )
    }
    for (const [index, rule] of mustPass.entries()) {
      if (!library.knows('rule', rule))
        yield mistake('unknown-rule', spot('mustPass', index), `There is no rule "${rule}".`, 'Rule ids stand in content/standards/.')
    }
  }
}
