import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { type Desk, openDesk } from '../../src/visit/desk.store.ts'
import { keepForm, listForms } from '../../src/visit/form.store.ts'
import { withField } from '../../src/visit/form.ts'
import type { Filled } from '../../src/visit/paper.ts'
import { filledOf } from './forms.ts'

let names = 0
const newName = () => `forms${names++}`
const typing = (field: string, text: string) => (filled: Filled) => withField(filled, field, text, 2)

/** A desk that fails as browsers do, until it is mended. */
function failing(desk: Desk, name: string): Desk & { mend(): void } {
  let broken = true
  return {
    ...desk,
    change: (...args) => (broken ? Promise.reject(new DOMException('', name)) : desk.change(...args)),
    mend: () => {
      broken = false
    }
  }
}

test('what was typed is on the desk before it is called saved', async () => {
  const desk = openDesk(newName())
  const keeping = keepForm(desk, filledOf(), 'new')
  expect(keeping.$saved.get()).toBe('new')
  const typed = keeping.edit(typing('order', '7'))
  expect(keeping.$form.get().fields).toEqual({ order: '7' })
  expect(keeping.$saved.get()).toBe('saving')
  await typed
  expect(keeping.$saved.get()).toBe('yes')
  expect(await desk.get('form', 'a')).toMatchObject({ fields: { order: '7' } })
})

test('nothing is kept of a form in which nothing was typed', async () => {
  const desk = openDesk(newName())
  await keepForm(desk, filledOf(), 'new').edit(typing('order', ''))
  expect(await desk.all('form')).toEqual([])
})

test('two tabs that fill in different fields lose nothing, and see each other’s', async () => {
  const name = newName()
  const [one, two] = [openDesk(name), openDesk(name)]
  await one.put('form', [filledOf()])
  const first = keepForm(one, filledOf(), 'yes')
  const second = keepForm(two, filledOf(), 'yes')
  await Promise.all([first.edit(typing('order', '7')), second.edit(typing('customer', '市图书馆'))])
  await Promise.all([first.edit(typing('cause', '卡纸')), second.edit(typing('device', 'M404'))])
  const all = { order: '7', customer: '市图书馆', cause: '卡纸', device: 'M404' }
  expect(await one.get('form', 'a')).toMatchObject({ fields: all })
  await vi.waitFor(() => {
    expect(first.$form.get().fields).toEqual(all)
    expect(second.$form.get().fields).toEqual(all)
  })
  first.stop()
  second.stop()
})

test('a form that was signed in another tab is not changed in this one', async () => {
  const name = newName()
  const [here, there] = [openDesk(name), openDesk(name)]
  await here.put('form', [filledOf({ fields: { order: '7' } })])
  const keeping = keepForm(here, filledOf({ fields: { order: '7' } }), 'yes')
  keeping.stop()
  const signature = { how: 'typed', name: '刘芳', at: 1 } as const
  await there.change('form', 'a', found => found && { ...found, signature })
  await keeping.edit(typing('order', '8'))
  expect(await here.get('form', 'a')).toMatchObject({ fields: { order: '7' }, signature })
  expect(keeping.$form.get()).toMatchObject({ fields: { order: '7' }, signature })
})

test.each([
  ['QuotaExceededError', 'full'],
  ['SecurityError', 'blocked']
])('when %s keeps it from being saved, nothing on the screen is lost, and the next try saves it all', async (error, fault) => {
  const name = newName()
  const desk = failing(openDesk(name), error)
  const keeping = keepForm(desk, filledOf(), 'new')
  await keeping.edit(typing('order', '7'))
  await keeping.edit(typing('customer', '市图书馆'))
  expect(keeping.$saved.get()).toBe(fault)
  expect(keeping.$form.get().fields).toEqual({ order: '7', customer: '市图书馆' })
  desk.mend()
  await keeping.edit(typing('cause', '卡纸'))
  expect(keeping.$saved.get()).toBe('yes')
  expect(await openDesk(name).get('form', 'a')).toMatchObject({ fields: { order: '7', customer: '市图书馆', cause: '卡纸' } })
})

test('a form that a newer version wrote is not written over, and what it has more stays in one that can be read', async () => {
  const desk = openDesk(newName())
  const newer = { ...filledOf(), v: 2 } as unknown as Filled
  await desk.put('form', [newer, { ...filledOf({ id: 'b' }), later: 1 } as Filled])
  const keeping = keepForm(desk, filledOf(), 'yes')
  await keeping.edit(typing('order', '7'))
  expect(keeping.$saved.get()).toBe('newer')
  expect(await desk.get('form', 'a')).toEqual(newer)
  await keepForm(desk, filledOf({ id: 'b' }), 'yes').edit(typing('order', '7'))
  expect(await desk.get('form', 'b')).toMatchObject({ later: 1, fields: { order: '7' } })
})

test('the list leaves out what can’t be read and says so, follows changes, and deletes', async () => {
  const desk = openDesk(newName())
  await desk.put('form', [filledOf(), { id: 'bad' } as unknown as Filled])
  const kept = listForms(desk)
  await kept.ready
  expect(kept.$forms.get()).toEqual({ forms: [filledOf()], unreadable: 1 })
  await desk.put('form', [filledOf({ id: 'b' })])
  await vi.waitFor(() => expect(kept.$forms.get()?.forms).toHaveLength(2))
  expect(await kept.remove(['a'])).toBe(true)
  await vi.waitFor(() => expect(kept.$forms.get()?.forms.map(({ id }) => id)).toEqual(['b']))
  expect(await desk.all('form')).toHaveLength(2)
  kept.stop()
})

test('a desk that can’t be opened leaves an empty list that says why', async () => {
  const desk = { ...openDesk(newName()), all: () => Promise.reject(new DOMException('', 'SecurityError')) } as Desk
  const kept = listForms(desk)
  await kept.ready
  expect(kept.$forms.get()).toEqual({ forms: [], unreadable: 0, fault: 'blocked' })
})
