/** The attack table, through the import that the page uses. */
import { describe, expect, test } from 'vitest'
import { type Console, digest } from '../../src/trainer/console.store.ts'
import { importReceipts } from '../../src/trainer/importing.store.ts'
import { verify } from '../../src/trainer/ledger.ts'
import { fromBase64url, toBase64url } from '../../src/training/bytes.ts'
import { consoleNamed, DUE, device, done, ISSUED, MINUTE, NOW, plan, readyConsole } from './handing.ts'

const link = (code: string) => `https://handbook.example/zh/trainer/#r=${code}`

async function assigned() {
  const { one, key, name } = await readyConsole()
  const { hash } = await one.handOut(plan(key.hex))
  return { one, key, name, hash, own: await device(hash, key.hex) }
}

async function told(one: Console, ...codes: string[]) {
  const { lines } = await importReceipts(codes.map(link).join('\n'), one)
  return lines.map(line => [line.type, ...line.told])
}

function changedAt(code: string, at: number): string {
  const bytes = fromBase64url(code) ?? new Uint8Array()
  const copy = Uint8Array.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return toBase64url(copy)
}

describe('what is noticed', () => {
  test('an honest receipt is counted, and kept over a reload', async () => {
    const { one, own, name } = await assigned()
    expect(await told(one, await own.hand([done(0), done(1)]))).toEqual([['counted']])
    const again = consoleNamed(name)
    await again.ready
    expect(again.$state.get().counted).toEqual(one.$state.get().counted)
    expect(again.$state.get().counted[0]?.receipt).toMatchObject({ staff: 'A1', name: '欧阳慧' })
  })

  test('every flip of one byte of a receipt is refused', async () => {
    const { one, own } = await assigned()
    const code = await own.hand([done(0)])
    const length = fromBase64url(code)?.length ?? 0
    expect(length).toBeGreaterThan(150)
    const codes = Array.from({ length }, (_, at) => changedAt(code, at))
    const { lines } = await importReceipts(codes.map(link).join('\n'), one)
    expect(lines).toHaveLength(length)
    expect(lines.filter(({ type }) => type !== 'refused')).toEqual([])
    expect(one.$state.get().counted).toEqual([])
  })

  test('an altered score', async () => {
    const { one, own } = await assigned()
    expect(await told(one, changedAt(await own.hand([done(0)]), 120))).toEqual([['refused', 'altered']])
  })

  test('a receipt that was cut short', async () => {
    const { one, own } = await assigned()
    const code = await own.hand([done(0)])
    const { lines, damaged } = await importReceipts(`${link(code.slice(0, 200))}\n#r=${code.slice(0, 149)}`, one)
    expect([...lines.flatMap(line => line.told), damaged]).toEqual(['altered', 1])
  })

  test('a receipt of a newer handbook', async () => {
    const { one, own } = await assigned()
    const bytes = fromBase64url(await own.hand([done(0)])) ?? new Uint8Array()
    expect(await told(one, toBase64url(Uint8Array.of(9, ...bytes.slice(1))))).toEqual([['refused', 'newer']])
  })

  test('one that is sealed to another trainer', async () => {
    const { one, hash } = await assigned()
    const { key } = await readyConsole()
    const stray = await device(hash, key.hex)
    expect(await told(one, await stray.hand([done(0)]))).toEqual([['refused', 'other-trainer']])
  })

  test('an edited link: its marks are not those that were handed out', async () => {
    const { one, own } = await assigned()
    expect(await told(one, await own.hand([done(0)], { hash: 'ffffffffffffffff' }))).toEqual([['refused', 'edited-link']])
  })

  test('a module that was not assigned, and an assignment that is not here', async () => {
    const { one, own } = await assigned()
    expect(await told(one, await own.hand([done(7)]), await own.hand([done(0)], { assignment: 'deadbeef' }))).toEqual([
      ['refused', 'unknown-module'],
      ['refused', 'unknown-assignment']
    ])
  })

  test('results from before the assignment, and a replay of the same receipt', async () => {
    const { one, own } = await assigned()
    const code = await own.hand([done(0)])
    const old = await own.hand([done(0, { ended: ISSUED - 90 * MINUTE })])
    expect(await told(one, code, old)).toEqual([['counted'], ['refused', 'before-assignment']])
    expect(await told(one, code)).toEqual([['refused', 'duplicate']])
  })

  test('reordered, missing and forked receipts of one device', async () => {
    const { one, own } = await assigned()
    const [first, second, third] = [await own.hand([]), await own.hand([done(0)]), await own.hand([done(0), done(1)])]
    expect(await told(one, first, third, second)).toEqual([['counted'], ['counted', 'gap'], ['counted', 'older']])
    const fork = await own.hand([done(0)], { counter: 3 })
    expect(await told(one, fork)).toEqual([['counted', 'broken-chain']])
  })

  test('somebody else’s receipt under another name, and one device for two people', async () => {
    const { one, own, hash, key } = await assigned()
    await one.keepRoster([
      { staff: 'A1', name: '欧阳慧', team: '' },
      { staff: 'B2', name: '王磊', team: '' }
    ])
    expect(await told(one, await own.hand([done(0)]))).toEqual([['counted']])
    const second = await own.hand([done(0)], { staff: 'B2', name: '欧阳慧' })
    expect(await told(one, second)).toEqual([['counted', 'gap', 'other-name', 'shared-device']])
    const phone = await device(hash, key.hex)
    expect(await told(one, await phone.hand([done(0)]))).toEqual([['counted', 'new-device']])
    const stranger = await device(hash, key.hex, 'Z9', '过客')
    expect(await told(one, await stranger.hand([done(0)]))).toEqual([['counted', 'not-on-roster']])
  })

  test('late, of another revision, on a clock that is ahead, tried too often', async () => {
    const { one, own } = await assigned()
    const late = done(0, { ended: DUE + MINUTE, attempts: 9, best: 4 })
    const code = await own.hand([late], { made: NOW + 600 * MINUTE, revision: '000000000000' })
    expect(await told(one, code)).toEqual([['counted', 'other-revision', 'late', 'clock-ahead', 'too-many-attempts']])
  })
})

describe('what is kept', () => {
  test('importing all of it again changes nothing', async () => {
    const { one, own } = await assigned()
    const codes = [await own.hand([done(0)]), await own.hand([done(7)]), changedAt(await own.hand([done(1)]), 99)]
    await told(one, ...codes)
    const before = one.$state.get()
    expect(before.ledger).toHaveLength(4)
    await told(one, ...codes)
    expect(one.$state.get()).toBe(before)
  })

  test('two tabs that import at once lose nothing, count nothing twice, and keep one whole ledger', async () => {
    const { one, own, key, hash, name } = await assigned()
    const other = consoleNamed(name)
    await other.ready
    const codes = []
    for (let at = 0; at < 60; at++) codes.push(await (at % 2 ? own : await device(hash, key.hex, `S${at}`, 'x')).hand([done(0)]))
    const text = codes.map(link).join('\n')
    const reversed = codes.toReversed().map(link).join('\n')
    await Promise.all([importReceipts(text, one), importReceipts(reversed, other)])
    const fresh = consoleNamed(name)
    await fresh.ready
    const { counted, ledger } = fresh.$state.get()
    expect(new Set(counted.map(({ code }) => code))).toEqual(new Set(codes))
    expect(ledger).toHaveLength(61)
    expect(await verify(ledger, digest)).toEqual({ type: 'whole', entries: 61 })
  })

  test('another tab shows what this one has imported', async () => {
    const { one, own, name } = await assigned()
    const listeners: (() => void)[] = []
    const ear = { postMessage: () => undefined, addEventListener: (_: string, told: () => void) => void listeners.push(told) }
    const other = consoleNamed(name, ear as unknown as BroadcastChannel)
    await other.ready
    await told(one, await own.hand([done(0)]))
    for (const tell of [...listeners, ...listeners]) tell()
    await expect.poll(() => other.$state.get().counted).toHaveLength(1)
    expect(other.$state.get().ledger).toEqual(one.$state.get().ledger)
  })

  test('a refused receipt counts once its assignment is there', async () => {
    const { one, key } = await readyConsole()
    const { one: maker } = await readyConsole()
    const { hash } = await maker.handOut(plan(key.hex))
    const code = await (await device(hash, key.hex)).hand([done(0)])
    expect(await told(one, code)).toEqual([['refused', 'unknown-assignment']])
    await one.handOut(plan(key.hex))
    expect(await told(one, code)).toEqual([['counted']])
    expect(one.$state.get().refused).toEqual([])
  })

  test('a disk that fails is told, and nothing is counted that is not kept', async () => {
    const { one, own } = await assigned()
    const code = await own.hand([done(0)])
    const { indexedDB } = globalThis
    const transaction = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    try {
      await expect(importReceipts(link(code), one)).rejects.toThrow('full')
    } finally {
      IDBDatabase.prototype.transaction = transaction
    }
    expect(indexedDB).toBeDefined()
    expect(one.$health.get()).toBe('full')
    expect(one.$state.get().counted).toEqual([])
    expect(await told(one, code)).toEqual([['counted']])
  })
})

test('receipts that came together stand in the same order after a reload', async () => {
  const { one, key, name } = await readyConsole()
  const { hash } = await one.handOut(plan(key.hex))
  const people = await Promise.all(Array.from({ length: 12 }, (_, at) => device(hash, key.hex, `A${at}`)))
  const codes = await Promise.all(people.map(person => person.hand([done(0)])))
  await importReceipts(codes.join('\n'), one)
  const staff = ({ $state }: typeof one) => $state.get().counted.map(({ receipt }) => receipt.staff)
  const again = consoleNamed(name)
  await again.ready
  expect(staff(again)).toEqual(people.map((_, at) => `A${at}`))
  expect(staff(again)).toEqual(staff(one))
})
