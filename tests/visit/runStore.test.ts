import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { type Desk, openDesk } from '../../src/visit/desk.store.ts'
import type { Run } from '../../src/visit/paper.ts'
import { openRuns } from '../../src/visit/run.store.ts'
import { nowOf, stepOf } from '../../src/visit/run.ts'
import { runOf } from './papers.ts'

let names = 0
const newName = () => `runs${names++}`

/** Runs on a desk of their own, with a clock that goes on by one. */
function runsOn(desk: Desk) {
  let ticks = 0
  return openRuns(
    desk,
    () => ++ticks,
    () => `${names++}-${ticks}`
  )
}

/** A desk whose next writes fail like this. */
function failing(desk: Desk, error: () => DOMException | undefined): Desk {
  const guard =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      const fault = error()
      return fault ? Promise.reject(fault) : work(...args)
    }
  return { ...desk, change: guard(desk.change) as Desk['change'], all: guard(desk.all) as Desk['all'], remove: guard(desk.remove) }
}

const stateIn = (run: Run | undefined, step: string) => run && stepOf(nowOf(run), step).state

test('a tap is on the screen at once and saved when it is on disk', async () => {
  const desk = openDesk(newName())
  const runs = runsOn(desk)
  const id = runs.begin('visit', 'A1', '李')
  const adding = runs.add(id, { type: 'done', step: 'a' })
  expect(stateIn(runs.$book.get().runs.get(id), 'a')).toBe('done')
  expect(runs.$book.get().saved).toBe('saving')
  await adding
  expect(runs.$book.get().saved).toBe('yes')
  expect(stateIn(await desk.get('run', id), 'a')).toBe('done')
  expect(await desk.get('run', id)).toMatchObject({ order: 'A1', customer: '李' })
})

test('many taps in a row are all kept, in their order', async () => {
  const desk = openDesk(newName())
  const runs = runsOn(desk)
  const id = runs.begin('visit', 'A1', '')
  await Promise.all(Array.from({ length: 40 }, (_, index) => runs.add(id, { type: index % 2 ? 'open' : 'done', step: 'a' })))
  const kept = await desk.get('run', id)
  expect(kept?.entries).toEqual(runs.$book.get().runs.get(id)?.entries)
  expect(kept?.entries).toHaveLength(40)
})

test('what a full disk refuses stays on the screen, and the next change saves both', async () => {
  let fault: DOMException | undefined
  const disk = openDesk(newName())
  const runs = runsOn(failing(disk, () => fault))
  const id = runs.begin('visit', 'A1', '')
  await runs.add(id, { type: 'done', step: 'a' })
  fault = new DOMException('no room', 'QuotaExceededError')
  await runs.add(id, { type: 'done', step: 'b' })
  expect(runs.$book.get()).toMatchObject({ saved: 'no', fault: 'full' })
  expect(stateIn(runs.$book.get().runs.get(id), 'b')).toBe('done')
  expect(stateIn(await disk.get('run', id), 'b')).toBe('open')
  fault = undefined
  await runs.add(id, { type: 'done', step: 'c' })
  expect(runs.$book.get().saved).toBe('yes')
  expect(runs.$book.get().fault).toBeUndefined()
  expect(['a', 'b', 'c'].map(step => stateIn(runs.$book.get().runs.get(id), step))).toEqual(['done', 'done', 'done'])
  expect((await disk.get('run', id))?.entries).toHaveLength(3)
})

test('without storage a run works in memory, and is still there when the list is read again', async () => {
  const runs = runsOn(failing(openDesk(newName()), () => new DOMException('no', 'SecurityError')))
  await runs.readAll()
  expect(runs.$book.get()).toMatchObject({ whole: true, fault: 'blocked' })
  const id = runs.begin('visit', 'A1', '')
  await runs.add(id, { type: 'done', step: 'a' })
  expect(runs.$book.get().saved).toBe('no')
  await runs.readAll()
  await runs.readOne(id)
  expect(stateIn(runs.$book.get().runs.get(id), 'a')).toBe('done')
  expect(await runs.remove(id)).toBe(true)
  expect(runs.$book.get().runs.size).toBe(0)
})

test('two tabs that tick one run at the same time show the same in the end, and lose nothing', async () => {
  const name = newName()
  const tabs = [runsOn(openDesk(name)), runsOn(openDesk(name))]
  const [one, other] = tabs
  if (!one || !other) throw new Error('two tabs')
  const id = one.begin('visit', 'A1', '')
  await one.add(id, { type: 'done', step: 'a' })
  await other.readOne(id)
  await Promise.all([
    one.add(id, { type: 'done', step: 'b' }),
    other.add(id, { type: 'note', step: 'a', text: 'loud' }),
    one.edit(id, { customer: '李' }),
    other.add(id, { type: 'done', step: 'c' })
  ])
  for (const tab of tabs) await tab.readOne(id)
  expect(one.$book.get().runs.get(id)).toEqual(other.$book.get().runs.get(id))
  const run = one.$book.get().runs.get(id)
  expect(['a', 'b', 'c'].map(step => stateIn(run, step))).toEqual(['done', 'done', 'done'])
  expect(run?.customer).toBe('李')
})

test('a tab hears of another one’s taps', async () => {
  const name = newName()
  const [one, other] = [runsOn(openDesk(name)), runsOn(openDesk(name))]
  const id = one.begin('visit', 'A1', '')
  await one.add(id, { type: 'done', step: 'a' })
  await other.readOne(id)
  const heard = new Promise<void>(resolve => {
    other.$book.listen(({ runs }) => {
      if (stateIn(runs.get(id), 'b') === 'done') resolve()
    })
  })
  const stop = other.follow(id)
  await one.add(id, { type: 'done', step: 'b' })
  await heard
  stop()
})

test('a run that another tab has deleted does not come back by a tap', async () => {
  const name = newName()
  const [one, other] = [runsOn(openDesk(name)), runsOn(openDesk(name))]
  const id = one.begin('visit', 'A1', '')
  await one.add(id, { type: 'done', step: 'a' })
  await other.readOne(id)
  expect(await one.remove(id)).toBe(true)
  await other.add(id, { type: 'done', step: 'b' })
  expect(other.$book.get().runs.has(id)).toBe(false)
  expect(await openDesk(name).all('run')).toEqual([])
})

test('a run of a newer version is counted, left alone, and written over by nothing', async () => {
  const desk = openDesk(newName())
  const newer = { ...runOf('n'), v: 2 } as unknown as Run
  await desk.put('run', [newer, runOf('r')])
  const runs = runsOn(desk)
  await runs.readAll()
  expect(runs.$book.get().unreadable).toBe(1)
  expect([...runs.$book.get().runs.keys()]).toEqual(['r'])
  await runs.add('n', { type: 'done', step: 'a' })
  expect(await desk.get('run', 'n')).toEqual(newer)
})

test('deleting a run takes its photos with it, and those of others stay', async () => {
  const desk = openDesk(newName())
  await desk.put('run', [runOf('a'), runOf('b')])
  const photo = { changed: 0, step: 's', blob: new Blob(['x']), width: 1, height: 1 }
  await desk.put('photo', [
    { ...photo, id: 'p1', run: 'a' },
    { ...photo, id: 'p2', run: 'b' }
  ])
  const runs = runsOn(desk)
  await runs.readAll()
  await runs.remove('a')
  expect((await desk.all('run')).map(({ id }) => id)).toEqual(['b'])
  expect((await desk.all('photo')).map(({ id }) => id)).toEqual(['p2'])
  expect(await runs.erase()).toBe(true)
  expect([await desk.all('run'), await desk.all('photo')]).toEqual([[], []])
})
