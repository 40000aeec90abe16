// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, render } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import type { Draw } from '../../src/quiz/draw.ts'
import { GENERATOR } from '../../src/quiz/generator.ts'
import type { ShownQuestion } from '../../src/quiz/shown.ts'
import type { Happened } from '../../src/training/event.ts'
import { decodeTasks, encodeTasks, type Task } from '../../src/training/tasks.ts'
import { TASK_WORDS } from '../../src/training/taskWords.ts'

const TASK: Task = {
  id: 'x A1',
  seeds: 'hash.device.person.',
  staff: 'A1',
  name: 'Li',
  title: 'Week one',
  attempts: 2,
  must: ['a.rule'],
  modules: [{ id: 'speech', pass: 70 }]
}
const KEY = `service-handbook${import.meta.env.BASE_URL}assigned`

function attempt(id: string, seed: string, percent: number, barred = false): Happened[] {
  const draw: Draw = { generator: GENERATOR, seed, items: [{ question: 'q', revision: 1, choices: [] }] }
  return [
    { type: 'started', attempt: id, behaviour: 'check', module: 'speech', page: 'check', draw },
    { type: 'answered', attempt: id, question: 'q', revision: 1, try: 1, response: ['x'], earned: 0, possible: 1 },
    { type: 'finished', attempt: id, percent, pass: 70, ...(barred && { barred: true }) }
  ]
}

/** Each test is a browser of its own. */
async function at(...happened: readonly Happened[][]) {
  vi.resetModules()
  vi.stubGlobal('indexedDB', new IDBFactory())
  localStorage.clear()
  localStorage.setItem(KEY, encodeTasks([TASK]))
  document.documentElement.lang = 'en'
  const { underTask } = await import('../../src/training/underTask.island.tsx')
  const { record } = await import('../../src/training/learner.store.ts')
  await record.ready
  await record.append(...happened.flat())
  const under = await underTask('speech', '/en/')
  const view = under?.view(record.$known.get().attempts, 80)
  return { view, said: render(<div>{view?.note}</div>).container.textContent }
}
afterEach(cleanup)
const seed = (n: number) => `${TASK.seeds}speech.${n}`
const words = TASK_WORDS.en

test('a check that counts has the seed, the mark and the rules of its assignment', async () => {
  const { view, said } = await at()
  expect(view).toMatchObject({ newest: undefined, seed: seed(1), terms: { pass: 70, mustPass: ['a.rule'] } })
  for (const part of ['Week one', 'Li', 'A1', '70%', words.left.replace('{n}', '2')]) expect(said).toContain(part)
})

test('checks that were taken freely before are not of the assignment', async () => {
  const { view } = await at(attempt('free', 'other', 100))
  expect(view).toMatchObject({ newest: undefined, seed: seed(1) })
})

test('after a failure the next seed comes, and one attempt less is left', async () => {
  const { view, said } = await at(attempt('one', seed(1), 60))
  expect(view).toMatchObject({ newest: { id: 'one' }, seed: seed(2) })
  expect(said).toContain(words.left.replace('{n}', '1'))
})

test('passed it counts no more, home knows, and the receipt is offered', async () => {
  const { view, said } = await at(attempt('one', seed(1), 70))
  expect(view).toMatchObject({ newest: { id: 'one' }, terms: { pass: 80, mustPass: [] } })
  expect(view?.seed).toBeUndefined()
  expect(said).toContain(words.handBack)
  expect(decodeTasks(localStorage.getItem(KEY) ?? undefined)[0]?.modules).toEqual([{ id: 'speech', pass: 70, done: true }])
})

test('without attempts left it is practice, whatever was taken afterwards', async () => {
  const { view, said } = await at(attempt('one', seed(1), 10), attempt('two', seed(2), 20), attempt('free', 'other', 100))
  expect(view).toMatchObject({ newest: { id: 'free' }, terms: { pass: 80 } })
  expect(view?.seed).toBeUndefined()
  expect(said).toContain('No attempts left')
})

test('a rule that must be kept and was not is named', async () => {
  const { view } = await at(attempt('one', seed(1), 90, true))
  expect(view).toMatchObject({ seed: seed(2) })
  const rule = { id: 'a.rule', name: 'Rule', href: '#' }
  const questions = [{ id: 'q', rules: [rule] }] as unknown as readonly ShownQuestion[]
  const newest = view?.newest
  expect(newest && view?.barred?.(newest, questions)).toEqual({ line: words.barred, rules: [rule] })
})

test('a module that nobody assigned is free', async () => {
  await at()
  const { underTask } = await import('../../src/training/underTask.island.tsx')
  expect(await underTask('records', '/en/')).toBeUndefined()
})
