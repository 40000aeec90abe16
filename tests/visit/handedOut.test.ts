import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openDesk } from '../../src/visit/desk.store.ts'
import { runsHandedOut } from '../../src/visit/handedOut.store.ts'
import { goesAt } from '../../src/visit/photo.ts'
import { formOf, runOf } from './papers.ts'

const DAY = 86_400_000

test('a form that is handed out lets the photos of its run go after the days of the setting, also when the form is deleted', async () => {
  const desk = openDesk('handed-out-1')
  await desk.put('run', [runOf('a'), runOf('b', { exported: 9 })])
  await runsHandedOut(desk, [formOf('f', { run: 'a' }), formOf('g', { run: 'b' }), formOf('h')], 5)
  const [a, b] = [await desk.get('run', 'a'), await desk.get('run', 'b')]
  expect(a && goesAt({ changed: 1 }, a, [], 7)).toBe(5 + 7 * DAY)
  expect(b?.exported).toBe(9)
})

test('a run that is gone does not come back, and one that can’t be read stays as it is', async () => {
  const desk = openDesk('handed-out-2')
  const newer = { ...runOf('b'), v: 2 } as unknown as ReturnType<typeof runOf>
  await desk.put('run', [newer])
  await runsHandedOut(desk, [formOf('f', { run: 'a' }), formOf('g', { run: 'b' })], 5)
  expect(await desk.all('run')).toEqual([newer])
})
