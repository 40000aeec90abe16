import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openDesk } from '../../src/visit/desk.store.ts'
import type { Run } from '../../src/visit/paper.ts'

let names = 0
const newDesk = () => openDesk(`desk${names++}`)

function runOf(id: string, over: Partial<Run> = {}): Run {
  return { v: 1, id, changed: 0, checklist: 'visit', order: `order ${id}`, customer: '', started: 0, entries: [], ...over }
}

const noted = (run: Run, text: string): Run => ({
  ...run,
  entries: [...run.entries, { id: text, at: 0, type: 'note', step: 'call', text }]
})

test('what was changed is there when the desk is opened again', async () => {
  const name = `desk${names++}`
  await openDesk(name).change('run', 'a', () => runOf('a'))
  expect(await openDesk(name).get('run', 'a')).toEqual(runOf('a'))
  expect(await openDesk(name).all('form')).toEqual([])
})

test('two tabs that change one run at the same time lose nothing', async () => {
  const name = `desk${names++}`
  const tabs = [openDesk(name), openDesk(name)]
  await tabs[0]?.change('run', 'a', () => runOf('a'))
  const texts = Array.from({ length: 20 }, (_, index) => `note ${index}`)
  await Promise.all(texts.map((text, index) => tabs[index % 2]?.change('run', 'a', run => run && noted(run, text))))
  const kept = await openDesk(name).get('run', 'a')
  expect(kept?.entries.map(entry => entry.id).sort()).toEqual([...texts].sort())
})

test('a change that returns nothing leaves everything as it was, and so does one that fails', async () => {
  const desk = newDesk()
  await desk.change('run', 'a', () => runOf('a'))
  expect(await desk.change('run', 'a', () => undefined)).toBeUndefined()
  await expect(
    desk.change('run', 'a', () => {
      throw new Error('no')
    })
  ).rejects.toThrow()
  expect(await desk.all('run')).toEqual([runOf('a')])
})

test('one that can’t be written takes the others of its lot with it', async () => {
  const desk = newDesk()
  const bad = { ...runOf('b'), entries: [() => undefined] } as unknown as Run
  await expect(desk.put('run', [runOf('a'), bad])).rejects.toThrow()
  expect(await desk.all('run')).toEqual([])
})

test('photos are found by their run', async () => {
  const desk = newDesk()
  const photo = { changed: 0, step: 'call', blob: new Blob(['x']), width: 1, height: 1 }
  await desk.put('photo', [
    { ...photo, id: 'p1', run: 'a' },
    { ...photo, id: 'p2', run: 'b' },
    { ...photo, id: 'p3', run: 'a' }
  ])
  expect((await desk.photosOf('a')).map(({ id }) => id)).toEqual(['p1', 'p3'])
})

test('this tab and another one are told what has changed, and not after they stopped listening', async () => {
  const name = `desk${names++}`
  const here = openDesk(name)
  const there = openDesk(name)
  const told: string[] = []
  const stopHere = here.listen(drawer => told.push(`here ${drawer}`))
  const there1 = new Promise<void>(resolve => {
    there.listen(drawer => {
      told.push(`there ${drawer}`)
      resolve()
    })
  })
  await here.change('run', 'a', () => runOf('a'))
  await there1
  expect(told).toEqual(['here run', 'there run'])
  stopHere()
  await here.remove('run', ['a'])
  expect(told.filter(one => one.startsWith('here'))).toHaveLength(1)
  expect(await here.all('run')).toEqual([])
})

test('erasing empties every drawer', async () => {
  const desk = newDesk()
  await desk.put('run', [runOf('a')])
  await desk.put('followUp', [{ v: 1, id: 'f', changed: 0, guest: '王', kind: 'member', checkOut: '2026-11-27', note: '' }])
  await desk.erase()
  expect([await desk.all('run'), await desk.all('followUp')]).toEqual([[], []])
})
