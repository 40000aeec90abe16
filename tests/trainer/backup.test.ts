import { describe, expect, test } from 'vitest'
import { type Backup, contentsOf, readBackup, restore } from '../../src/trainer/backup.store.ts'
import { openCabinet } from '../../src/trainer/cabinet.store.ts'
import { digest } from '../../src/trainer/console.store.ts'
import { importReceipts } from '../../src/trainer/importing.store.ts'
import { verify } from '../../src/trainer/ledger.ts'
import { lock, unlock } from '../../src/trainer/lock.store.ts'
import { decodeSendTo } from '../../src/trainer/sendTo.ts'
import { consoleNamed, device, done, freshName, MINUTE, NOW, plan, readyConsole } from './handing.ts'

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

  async function broughtBack(backup: Backup | undefined, to = freshName(), later = NOW) {
    const other = consoleNamed(to, undefined, () => later)
    await other.ready
    if (!backup) throw new Error('no backup')
    await restore(other, backup)
    await importReceipts(backup.receipts.join('\n'), other, undefined, backup.past)
    return other
  }

  test('what was told of a receipt, when it came and the ledger come back with it', async () => {
    const { one } = await filled()
    const [row] = one.$state.get().counted
    if (!row) throw new Error('nothing is counted')
    const flagged = { ...row, told: ['score-differs', 'clock-ahead'] as const }
    await one.record(async () => ({
      made: undefined,
      outcomes: [{ what: 'rescored', seal: row.seal, told: ['score-differs'], row: flagged }]
    }))
    const { ledger } = one.$state.get()
    const other = await broughtBack(await readBackup(await contentsOf(one)), freshName(), NOW + 9 * 24 * 60 * MINUTE)
    const [back] = other.$state.get().counted
    expect([back?.at, back?.told]).toEqual([row.at, ['clock-ahead', 'score-differs']])
    const there = other.$state.get().ledger
    expect(there.slice(0, ledger.length)).toEqual(ledger)
    expect(there[ledger.length]).toMatchObject({ what: 'restored', of: ledger.at(-1)?.hash })
    expect(await verify(there, digest)).toMatchObject({ type: 'whole' })
  })

  test('a ledger that is here goes on, and holds the last hash of the one that was restored, once', async () => {
    const [{ one }, { one: other, key, name }] = [await filled(), await readyConsole()]
    await other.handOut(plan(key.hex, { id: 'ffeeddccbbaa9988' }))
    const before = other.$state.get().ledger
    const backup = await readBackup(await contentsOf(one))
    await broughtBack(backup, name)
    const again = (await broughtBack(backup, name)).$state.get().ledger
    expect(again.slice(0, 1)).toEqual(before)
    expect(again.filter(({ what }) => what === 'restored').map(({ of }) => of)).toEqual([one.$state.get().ledger.at(-1)?.hash])
    expect(await verify(again, digest)).toMatchObject({ type: 'whole' })
  })

  test('a backup from before that still restores; a ledger in it that was changed is not taken over', async () => {
    const { one } = await filled()
    const { told: _, ledger, ...old } = JSON.parse(await contentsOf(one))
    const plain = (await broughtBack(await readBackup(JSON.stringify(old)))).$state.get()
    expect([plain.counted.length, plain.ledger.length]).toEqual([1, 3])
    const changed = { ...old, told: [['x', 1, []], null, ['0'.repeat(16), -1, []]], ledger: [{ ...ledger[0], at: 1 }, ...ledger.slice(1)] }
    const read = await readBackup(JSON.stringify(changed))
    expect([read?.ledger, read?.past.size]).toEqual([[], 0])
  })

  test('a key from a file never takes over from the one in use, nor outlasts a new one', async () => {
    const [{ one: foreign, key: theirs }, { one, key, name }] = [await filled(), await readyConsole()]
    const fields = JSON.parse(await contentsOf(foreign))
    fields.keys[0].made = Date.UTC(2999, 0, 1)
    await broughtBack(await readBackup(JSON.stringify(fields)), name)
    const inUse = async () => {
      const now = consoleNamed(name)
      await now.ready
      return now.$state.get().keys.map(({ hex }) => hex)
    }
    expect(await inUse()).toEqual([theirs.hex, key.hex])
    await one.refresh()
    const rotated = await one.makeKey()
    expect(await inUse()).toEqual([theirs.hex, key.hex, rotated.hex])
    const again = await broughtBack(await readBackup(await contentsOf(one)))
    expect(again.$state.get().keys.map(({ hex }) => hex)).toEqual([theirs.hex, key.hex, rotated.hex])
  })

  test('on a new computer the newest key of the file is in use, and a new one takes over even from one of the year 2999', async () => {
    const { one, key } = await filled()
    const fields = JSON.parse(await contentsOf(one))
    fields.keys[0].made = Date.UTC(2999, 0, 1)
    const other = await broughtBack(await readBackup(JSON.stringify(fields)))
    expect(other.$state.get().keys.map(({ hex, made }) => [hex, made <= NOW])).toEqual([[key.hex, true]])
    await other.putKeys([{ ...key, made: Date.UTC(2999, 0, 1) }])
    const fresh = await other.makeKey()
    expect(other.$state.get().keys.at(-1)?.hex).toBe(fresh.hex)
  })

  test('a counted receipt whose row is damaged is told of, read again from what came, and stands in the backup', async () => {
    const { one, key, name } = await readyConsole()
    const { hash } = await one.handOut(plan(key.hex))
    const code = await (await device(hash, key.hex)).hand([done(0)])
    await importReceipts(`#r=${code}`, one)
    const [row] = one.$state.get().counted
    if (!row) throw new Error('nothing is counted')
    const broken = { ...row, at: -1 }
    await openCabinet(name).change({ after: one.$state.get().ledger.at(-1), entries: [], counted: [broken] })
    await one.refresh()
    expect([one.$state.get().counted, one.$state.get().unread]).toEqual([[], [code]])
    expect(JSON.parse(await contentsOf(one)).receipts).toEqual([code])
    await importReceipts(one.$state.get().unread.join('\n'), one)
    await one.refresh()
    expect(one.$state.get().unread).toEqual([])
    expect(one.$state.get().counted.map(({ seal }) => seal)).toEqual([row.seal])
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
