import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeTasks, encodeTasks, inTurn, type Task, taskFor, withDone } from '../../src/training/tasks.ts'

const task = (id: string, staff: string, ...modules: readonly (string | [string])[]): Task => ({
  id,
  seeds: `${id}.`,
  staff,
  name: 'Li',
  title: 'Week one',
  due: 5,
  attempts: 2,
  must: ['a.b'],
  modules: modules.map(module => (typeof module === 'string' ? { id: module, pass: 80 } : { id: module[0], pass: 80, done: true }))
})

test('the index is read as it was written, and nothing else is read', () => {
  const tasks = [task('one', 'A1', 'speech', ['records']), { ...task('two', 'B2'), must: [] }]
  expect(decodeTasks(encodeTasks(tasks))).toEqual(tasks)
  for (const text of [undefined, '', '{}', 'null', '[1]', '[{"id":"x"}]', '[', `["${'x'.repeat(300_000)}"]`])
    expect(decodeTasks(text)).toEqual([])
  fc.assert(fc.property(fc.json(), text => void expect(decodeTasks(text)).toEqual([])))
  fc.assert(fc.property(fc.string(), text => void expect(decodeTasks(text)).toEqual([])))
})

test('a damaged entry does not take the others with it', () => {
  const good = task('one', 'A1', 'speech')
  expect(decodeTasks(JSON.stringify([{ ...good, modules: [{ id: 'x', pass: 101 }] }, good, { ...good, seeds: '' }]))).toEqual([good])
})

describe('which task a check counts for', () => {
  const id = (tasks: readonly Task[], module = 'speech') => taskFor(tasks, module)?.id
  test('none where none asks for the module', () => {
    expect(id([])).toBeUndefined()
    expect(id([task('one', 'A1', 'records')])).toBeUndefined()
  })
  test('the one whose turn it is; else another of the same person', () => {
    expect(id([task('one', 'A1', 'speech'), task('two', 'A1', 'speech')])).toBe('one')
    expect(id([task('one', 'A1', 'records'), task('two', 'a1 ', 'speech')])).toBe('two')
  })
  test('never one of somebody else', () => {
    expect(id([task('one', 'A1', 'records'), task('two', 'B2', 'speech')])).toBeUndefined()
  })
  test('one that is still to do before one that is done', () => {
    expect(id([task('one', 'A1', ['speech']), task('two', 'A1', 'speech')])).toBe('two')
    expect(id([task('one', 'A1', ['speech']), task('two', 'A1', ['speech'])])).toBe('one')
  })
})

test('whose turn it is stands first, the others keep their order', () => {
  const tasks = ['a', 'b', 'c'].map(id => task(id, 'A1'))
  expect(inTurn(tasks, 'b').map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  expect(inTurn(tasks, 'x').map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('a module is marked as passed under its own task only', () => {
  const [one, two] = withDone([task('one', 'A1', 'speech'), task('two', 'A1', 'speech')], 'one', 'speech')
  expect(one?.modules).toEqual([{ id: 'speech', pass: 80, done: true }])
  expect(two?.modules).toEqual([{ id: 'speech', pass: 80 }])
})
