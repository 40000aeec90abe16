/** A check under an assignment: its seed, its terms, and what the learner is told. Loaded only where one asks for the module. */
import type { ComponentChildren } from 'preact'
import { readSetting, writeSetting } from '../device/settings.store.ts'
import { fill, isLang } from '../lang/text.ts'
import type { ShownQuestion, ShownRule } from '../quiz/shown.ts'
import type { Attempt, Attempts } from './attempt.ts'
import { allowedIn, placesOf } from './enrolment.ts'
import { missedMusts, type Terms } from './exam.ts'
import { record } from './learner.store.ts'
import { decodeTasks, encodeTasks, TASKS, type Task, taskFor, withDone } from './tasks.ts'
import { TASK_WORDS } from './taskWords.ts'

/** What a check does differently under an assignment, as the attempts are now. */
export interface TaskView {
  /** The attempt to go on with, or whose result to show. */
  readonly newest: Attempt | undefined
  /** Of the next attempt; none where it counts no more. */
  readonly seed?: string
  readonly terms: Pick<Terms, 'pass' | 'mustPass'>
  readonly note: ComponentChildren
  /** Where the result is handed back, once there is one to hand back. */
  readonly onward?: { readonly href: string; readonly label: string }
  /** Rules that must be kept and were not. */
  barred?(attempt: Attempt, questions: readonly ShownQuestion[]): { readonly line: string; readonly rules: readonly ShownRule[] }
}

export interface UnderTask {
  view(attempts: Attempts, pass: number): TaskView
}

const lastCheck = (attempts: Attempts, module: string) =>
  [...attempts.values()].findLast(attempt => attempt.module === module && attempt.behaviour === 'check')

/**
 * `home`: address of the start in this page's language. Undefined where no task of the learner asks for the module.
 * Resolves when the record is open: before, it is not known which attempt is next.
 */
export async function underTask(module: string, home: string): Promise<UnderTask | undefined> {
  const task = taskFor(decodeTasks(readSetting(TASKS)), module)
  if (!task) return undefined
  await isOpen()
  record.$known.subscribe(({ attempts }) => {
    if (allowedUnder(task, module, 0, attempts).allowed.type === 'passed') keepDone(task, module)
  })
  return { view: (attempts, pass) => viewOf(task, module, home, attempts, pass) }
}

/** A record that can't be opened, or takes too long, is known to be so after a while. */
function isOpen(): Promise<void> {
  return new Promise(resolve => {
    const stop = record.$health.listen(health => {
      if (health.type === 'opening') return
      stop()
      resolve()
    })
    if (record.$health.get().type !== 'opening') resolve()
  })
}

function allowedUnder(task: Task, module: string, own: number, attempts: Attempts) {
  const pass = task.modules.find(({ id }) => id === module)?.pass ?? own
  const [place] = placesOf({ ...ONE_MODULE, pass }, [{ id: module, code: 0, pass }], task.seeds, attempts)
  if (place?.type !== 'known') throw new Error('A task without its module')
  return { pass, mine: place.attempts, allowed: allowedIn(place, task.seeds, task.attempts) }
}

function viewOf(task: Task, module: string, home: string, attempts: Attempts, own: number): TaskView {
  const words = TASK_WORDS[wordsLang()]
  const { pass, mine, allowed } = allowedUnder(task, module, own, attempts)
  const counts = allowed.type === 'begin' || allowed.type === 'resume'
  const left = allowed.type === 'begin' && allowed.left !== undefined ? fill(words.left, { n: allowed.left }) : ''
  const told = { title: task.title || words.untitled, name: task.name, staff: task.staff, pass }
  return {
    // Passed, or no attempt left: from now on it is a check like any other, and counts for nothing.
    newest: counts ? mine.at(-1) : lastCheck(attempts, module),
    ...(allowed.type === 'begin' && { seed: allowed.seed }),
    ...(allowed.type === 'passed' && { onward: { href: `${home}assigned/`, label: words.handBack } }),
    terms: counts ? { pass, mustPass: task.must } : { pass: own, mustPass: [] },
    note: (
      <p class="task" data-task={allowed.type}>
        {fill(words[allowed.type], told)} {left}{' '}
        <a href={`${home}assigned/`}>{allowed.type === 'passed' ? words.handBack : words.change}</a>
      </p>
    ),
    barred: (attempt, questions) => {
      const missed = attempt.finished?.barred ? missedMusts(attempt, questions, task.must) : []
      const rules = missed.flatMap(id => questions.flatMap(question => question.rules).find(rule => rule.id === id) ?? [])
      return { line: words.barred, rules }
    }
  }
}

/** All that `placesOf` reads of an assignment besides the pass mark: one module. */
const ONE_MODULE = { modules: [0] } as const

function wordsLang() {
  const lang = document.documentElement.lang.slice(0, 2)
  return isLang(lang) ? lang : 'en'
}

/** Home counts what is passed without the log. */
function keepDone({ id }: Task, module: string): void {
  const tasks = decodeTasks(readSetting(TASKS))
  if (tasks.some(task => task.id === id && task.modules.some(one => one.id === module && !one.done)))
    writeSetting(TASKS, encodeTasks(withDone(tasks, id, module)))
}
