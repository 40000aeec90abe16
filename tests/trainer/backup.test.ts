import { describe, expect, test } from 'vitest'
import { contentsOf, readBackup, restore } from '../../src/trainer/backup.store.ts'
import { importReceipts } from '../../src/trainer/importing.store.ts'
import { lock, unlock } from '../../src/trainer/lock.store.ts'
import { decodeSendTo } from '../../src/trainer/sendTo.ts'
import { consoleNamed, device, done, freshName, plan, readyConsole } from './handing.ts'

const PASSPHRASE = 'four words are enough'

describe('a locked file', () => {
  test('opens with its passphrase only, and not after a change', async () => {
    const file = await lock('secret', PASSPHRASE)
    expect(file).not.toContain('secret')
    expect(await unlock(file, PASSPHRASE)).toEqual({ type: 'plain', plain: 'secret' })
    expect(await unlock(file, `${PASSPHRASE}.`)).toEqual({ type: 'refused', why: 'wrong' })
    const fields = JSON.parse(file)
    const first = fields.sealed.startsWith('A') ? 'B' : 'A'
    expect(await unlock(JSON.stringify({ ...fields, sealed: first + fields.sealed.slice(1) }), PASSPHRASE)).toMatchObject({ why: 'wrong' })
  })
  test.each([
    ['', 'not-one'],
    ['[]', 'not-one'],
    ['null', 'not-one'],
    ['{"format":"service-handbook trainer backup","v":2}', 'newer'],
    ['{"format":"service-handbook trainer backup","v":1,"rounds":1,"salt":"AAAA","iv":"AAAA","sealed":"AAAA"}', 'not-one']
  ])('refuses %j', async (text, why) => {
    expect(await unlock(text, PASSPHRASE)).toEqual({ type: 'refused', why })
  })
  test('asks for at least 600,000 rounds', async () => {
    const fields = JSON.parse(await lock('x', PASSPHRASE))
    expect(fields.rounds).toBeGreaterThanOrEqual(600_000)
    expect(await unlock(JSON.stringify({ ...fields, rounds: 1000 }), PASSPHRASE)).toEqual({ type: 'refused', why: 'not-one' })
  })
})

describe('the whole console', () => {
  async function filled() {
    const { one, key } = await readyConsole()
    await one.keepRoster([{ staff: 'A1', name: '欧阳慧', team: '前台' }])
    await one.keepValid(12)
    await one.keepSendTo({ title: '再学', people: ['欧阳慧 A1'] })
    const { hash, assignment } = await one.handOut(plan(key.hex))
    await one.keepTerm(assignment.id, '03-01')
    const own = await device(hash, key.hex)
    const codes = [await own.hand([done(0)]), await own.hand([done(7)])]
    await importReceipts(codes.map(code => `#r=${code}`).join('\n'), one)
    return { one, own, key }
  }

  test('comes back on another computer, and the key there opens new receipts', async () => {
    const { one, own } = await filled()
    const backup = await readBackup(await contentsOf(one))
    const other = consoleNamed(freshName())
    await other.ready
    if (!backup) throw new Error('no backup')
    await restore(other, backup)
    await importReceipts(backup.receipts.join('\n'), other)
    const { counted, refused, assignments, roster } = one.$state.get()
    const there = other.$state.get()
    expect(there.counted.map(({ code, told }) => [code, told])).toEqual(counted.map(({ code, told }) => [code, told]))
    expect(there.refused.map(({ code, why }) => [code, why])).toEqual(refused.map(({ code, why }) => [code, why]))
    expect([there.assignments, there.roster, there.valid]).toEqual([assignments, roster, 12])
    expect(there.sendTo).toEqual({ title: '再学', people: ['欧阳慧 A1'] })
    expect([...there.terms]).toEqual([[assignments[0]?.assignment.id, '03-01']])
    const { lines } = await importReceipts(`#r=${await own.hand([done(0), done(1)])}`, other)
    expect(lines).toMatchObject([{ type: 'counted' }])
  })

  test('restored where something is already, it takes nothing away', async () => {
    const { one } = await filled()
    const backup = await readBackup(await contentsOf(one))
    const { one: other, key } = await readyConsole()
    await other.keepValid(6)
    for (const id of backup?.terms.keys() ?? []) await other.keepTerm(id, 3)
    await other.keepRoster([{ staff: 'a1', name: '慧', team: '' }])
    if (!backup) throw new Error('no backup')
    await restore(other, backup)
    expect(other.$state.get().keys.map(({ hex }) => hex)).toContain(key.hex)
    expect(other.$state.get().valid).toBe(6)
    expect([...other.$state.get().terms.values()]).toEqual([3])
    expect(other.$state.get().keys).toHaveLength(2)
    expect(other.$state.get().roster).toEqual([{ staff: 'a1', name: '慧', team: '' }])
    const before = other.$state.get().assignments
    await restore(other, backup)
    expect(other.$state.get().assignments).toEqual(before)
  })

  test('a key whose halves do not belong together is left out', async () => {
    const [{ one }, { one: other }] = [await readyConsole(), await readyConsole()]
    const [mine, theirs] = [JSON.parse(await contentsOf(one)), JSON.parse(await contentsOf(other))]
    const mixed = { ...mine, keys: [{ ...mine.keys[0], d: theirs.keys[0].d }] }
    expect((await readBackup(JSON.stringify(mixed)))?.keys).toEqual([])
  })

  test.each(['', 'null', '{}', '{"keys":[],"assignments":[],"receipts":{}}'])('%j is no backup', async text => {
    expect(await readBackup(text)).toBeUndefined()
  })
})

test.each([
  undefined,
  null,
  {},
  { title: 1, people: ['A'] },
  { title: '', people: 'A' },
  { title: '', people: [] },
  { title: '', people: [3, ''] }
])('%j names nobody to send to', row => {
  expect(decodeSendTo(row)).toBeUndefined()
})
