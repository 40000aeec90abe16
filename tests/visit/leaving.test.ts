import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { type Desk, openDesk } from '../../src/visit/desk.store.ts'
import { openFollowUps } from '../../src/visit/followUps.store.ts'
import { keepForm } from '../../src/visit/form.store.ts'
import { withField, withSignature } from '../../src/visit/form.ts'
import type { Filled } from '../../src/visit/paper.ts'
import { openRuns } from '../../src/visit/run.store.ts'
import { nowOf, stepOf } from '../../src/visit/run.ts'
import { callOf, formOf, runOf } from './papers.ts'

let names = 0

/** One browser: its pages share a disk and the other storage. */
function browser() {
  const name = `leaving${names++}`
  const entries = new Map<string, string>()
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key)
  }
  const page = () => openDesk(name, () => storage)
  /** The same disk, where nothing is left behind. */
  const disk = () => openDesk(name)
  return { entries, key: `${name}-left`, page, disk }
}

/** Takes every change and never answers: what happens to a transaction whose page is gone. */
const dying = (desk: Desk): Desk => ({ ...desk, change: () => new Promise(() => undefined) })

const typing =
  (field: string, text: string, now = 2) =>
  (filled: Filled) =>
    withField(filled, field, text, now)
const runsOn = (desk: Desk) => {
  let ticks = 10
  return openRuns(
    desk,
    () => ++ticks,
    () => `id${names++}`
  )
}

describe('a page that goes away before the disk has answered', () => {
  test('what was typed into a form, also in the last moment, is there on the next page', async () => {
    const { entries, page } = browser()
    await page().put('form', [formOf('a', { fields: { order: '7' } })])
    const desk = dying(page())
    const keeping = keepForm(desk, formOf('a', { fields: { order: '7' } }), 'yes')
    void keeping.edit(typing('customer', '市图书馆'))
    desk.setLeaving(true)
    void keeping.edit(typing('cause', '卡纸', 3))
    const fields = { order: '7', customer: '市图书馆', cause: '卡纸' }
    const next = page()
    expect(await next.get('form', 'a')).toMatchObject({ fields })
    expect(entries.size).toBe(0)
    expect(await page().all('form')).toHaveLength(1)
  })
  test('a form that was begun in the last moment is there', async () => {
    const { page } = browser()
    const desk = dying(page())
    desk.setLeaving(true)
    void keepForm(desk, formOf('new'), 'new').edit(typing('order', '7'))
    expect(await page().all('form')).toMatchObject([{ id: 'new', fields: { order: '7' } }])
  })
  test('what was noted in a run is there, beside what another tab did meanwhile', async () => {
    const { page, disk } = browser()
    await page().put('run', [runOf('a')])
    const desk = dying(page())
    const runs = runsOn(desk)
    await runs.readOne('a')
    desk.setLeaving(true)
    void runs.add('a', { type: 'note', step: 'a', text: '后盖有裂' })
    await disk().change('run', 'a', run => run && { ...run, changed: 99, customer: '李' })
    const kept = await page().get('run', 'a')
    expect(kept).toMatchObject({ customer: '李' })
    expect(kept && stepOf(nowOf(kept), 'a').note).toBe('后盖有裂')
  })
  test('a run that was begun in the last moment is there, and one that was deleted meanwhile stays deleted', async () => {
    const { page, disk } = browser()
    await page().put('run', [runOf('old')])
    const desk = dying(page())
    const runs = runsOn(desk)
    await runs.readAll()
    desk.setLeaving(true)
    const id = runs.begin('visit', 'A1', '')
    void runs.add('old', { type: 'done', step: 'a' })
    await disk().remove('run', ['old'])
    expect((await page().all('run')).map(run => run.id)).toEqual([id])
  })
  test('a guest who was written down is there', async () => {
    const { page } = browser()
    const desk = dying(page())
    void openFollowUps(desk).save(callOf('a'))
    desk.setLeaving(true)
    expect(await page().all('followUp')).toEqual([callOf('a')])
  })
  test('a later version on the disk stays as it is', async () => {
    const { page, disk } = browser()
    const desk = dying(page())
    desk.setLeaving(true)
    void keepForm(desk, formOf('a'), 'yes').edit(typing('order', '7'))
    const signed = withSignature(formOf('a', { fields: { order: '8' } }), { how: 'typed', name: '刘芳', at: 5 }, 5)
    await disk().put('form', [signed])
    expect(await page().get('form', 'a')).toEqual(signed)
  })
  test('two pages that go at once both leave theirs', async () => {
    const { page } = browser()
    for (const id of ['a', 'b']) {
      const desk = dying(page())
      void keepForm(desk, formOf(id), 'new').edit(typing('order', id))
      desk.setLeaving(true)
    }
    expect((await page().all('form')).map(form => form.id).sort()).toEqual(['a', 'b'])
  })
  test('a page that only was out of sight takes back what it left, and finds what others left meanwhile', async () => {
    const { entries, page } = browser()
    const here = page()
    expect(await here.all('form')).toEqual([])
    const gone = dying(page())
    void keepForm(gone, formOf('a'), 'new').edit(typing('order', '7'))
    const alive = dying(here)
    void keepForm(alive, formOf('b'), 'new').edit(typing('order', '8'))
    here.setLeaving(true)
    gone.setLeaving(true)
    here.setLeaving(false)
    expect(JSON.parse([...entries.values()][0] ?? '')).toHaveLength(1)
    expect((await here.all('form')).map(form => form.id)).toEqual(['a'])
  })
  test('what got to the disk after all is not left behind any more', async () => {
    const { entries, page } = browser()
    const desk = page()
    const keeping = keepForm(desk, formOf('a'), 'new')
    const done = keeping.edit(typing('order', '7'))
    desk.setLeaving(true)
    expect(entries.size).toBe(1)
    await done
    expect(entries.size).toBe(0)
    const runs = runsOn(desk)
    const id = runs.begin('visit', 'A1', '')
    const noted = runs.add(id, { type: 'note', step: 'a', text: 'x' })
    expect(entries.size).toBe(1)
    await noted
    expect(entries.size).toBe(0)
    expect(await openFollowUps(desk).save(callOf('a'))).toBe(true)
    expect(entries.size).toBe(0)
  })
})

describe('what is left', () => {
  async function leaveOne() {
    const all = browser()
    const desk = dying(all.page())
    void keepForm(desk, formOf('a'), 'new').edit(typing('order', '7'))
    desk.setLeaving(true)
    return all
  }
  test('stays left while the disk refuses it, and the tools work meanwhile', async () => {
    const { entries, page } = await leaveOne()
    const { open } = indexedDB
    indexedDB.open = () => {
      throw new DOMException('', 'SecurityError')
    }
    await expect(page().all('form')).rejects.toThrow()
    indexedDB.open = open
    expect(entries.size).toBe(1)
    expect(await page().all('form')).toHaveLength(1)
    expect(entries.size).toBe(0)
  })
  test('goes when everything is erased', async () => {
    const { entries, page } = await leaveOne()
    const desk = page()
    await desk.erase()
    desk.setLeaving(true)
    expect(entries.size).toBe(0)
    expect(await page().all('form')).toEqual([])
  })
  test('does not bring back what was deleted here', async () => {
    const { entries, page } = browser()
    const desk = page()
    void keepForm(dying(desk), formOf('a'), 'new').edit(typing('order', '7'))
    desk.setLeaving(true)
    await desk.remove('form', ['a'])
    expect(entries.size).toBe(0)
  })
  test.each([
    '',
    '{',
    '7',
    'null',
    '{"v":1}',
    '[1,null,"","{","[]","7",{"drawer":"form"}]',
    '["{\\"drawer\\":\\"photo\\",\\"thing\\":{\\"id\\":\\"p\\"}}","{\\"drawer\\":\\"__proto__\\"}","{\\"drawer\\":\\"form\\",\\"thing\\":{\\"id\\":\\"a\\"}}"]'
  ])('%s in its place harms nothing', async text => {
    const { entries, key, page } = browser()
    entries.set(key, text)
    const desk = page()
    expect(await desk.all('form')).toEqual([])
    void keepForm(dying(desk), formOf('a'), 'new').edit(typing('order', '7'))
    desk.setLeaving(true)
    expect(await page().all('form')).toHaveLength(1)
  })
  test('a storage that is blocked or full harms nothing', async () => {
    const name = `leaving${names++}`
    const refuse = () => {
      throw new DOMException('', 'SecurityError')
    }
    for (const storage of [refuse, () => ({ getItem: () => null, setItem: refuse, removeItem: refuse })]) {
      const desk = openDesk(name, storage)
      desk.setLeaving(true)
      const keeping = keepForm(desk, formOf('a'), 'new')
      await keeping.edit(typing('order', '7'))
      desk.setLeaving(false)
      expect(keeping.$saved.get()).toBe('yes')
    }
  })
})
