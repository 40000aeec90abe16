import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chained, type Entry } from '../../src/trainer/ledger.ts'
import { checkLedger, readLedger, toLedgerFile, verdictOnFile } from '../../src/trainer/ledgerFile.ts'

const digest = async (text: string) => createHash('sha256').update(text).digest('hex')
const open = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    at: 1_790_000_000_000 + index,
    what: index % 3 ? ('counted' as const) : ('refused' as const),
    of: `0123456789abcde${index}`,
    told: index % 2 ? ['late', 'gap'] : []
  }))

let entries: readonly Entry[] = []
let file = ''
beforeAll(async () => {
  entries = await chained(undefined, open(9), digest)
  file = toLedgerFile(entries)
})

const check = (text: string) => checkLedger(text, digest)
const lines = () => file.trimEnd().split('\n')

test('what was saved is read back, and is whole', async () => {
  expect(readLedger(file)).toEqual({ type: 'ledger', entries, count: 9, last: entries[8]?.hash })
  expect(await check(file)).toEqual({ type: 'whole', entries: 9, last: entries[8]?.hash, counts: { refused: 3, counted: 6 } })
  expect(await check(toLedgerFile([]))).toEqual({ type: 'whole', entries: 0, last: null, counts: {} })
  expect(await check(`\uFEFF${file.replaceAll('\n', '\r\n')}`)).toMatchObject({ type: 'whole' })
})

describe('a ledger that was tampered with tells where', () => {
  test('an entry that was altered', async () => {
    const altered = file.replace('0123456789abcde4', '0123456789abcdef')
    expect(await check(altered)).toEqual({ type: 'broken', at: 5 })
    expect(verdictOnFile(await check(altered), altered).lines[0]).toContain('entry 5 (line 6)')
  })
  test('entries that were put in another order, taken out, or put in twice', async () => {
    const all = lines()
    expect(
      await check(
        all
          .with(3, all[4] ?? '')
          .with(4, all[3] ?? '')
          .join('\n')
      )
    ).toEqual({ type: 'broken', at: 3 })
    expect(await check(all.toSpliced(6, 1).join('\n'))).toEqual({ type: 'broken', at: 6 })
    expect(await check(all.toSpliced(6, 0, all[6] ?? '').join('\n'))).toEqual({ type: 'broken', at: 7 })
    expect(await check(all.toSpliced(1, 1).join('\n'))).toEqual({ type: 'broken', at: 1 })
  })
  test('an end that was cut off, between two lines or within one', async () => {
    const all = lines()
    expect(await check(all.slice(0, 7).join('\n'))).toEqual({ type: 'cut', entries: 6, said: 9 })
    expect(await check(file.slice(0, -30))).toEqual({ type: 'damaged', line: 10 })
    expect(await check(all[0] ?? '')).toEqual({ type: 'cut', entries: 0, said: 9 })
  })
  test('a chain that was written anew lacks the hash that somebody noted', async () => {
    const noted = entries[6]?.hash.slice(0, 16) ?? ''
    const verdict = verdictOnFile(await check(file), file, noted)
    expect([verdict.good, verdict.lines.at(-1)]).toEqual([true, `The noted hash ${noted} is in it, as entry 7. 2 entries follow it.`])
    const forged = toLedgerFile(await chained(undefined, open(9).toSpliced(2, 1), digest))
    expect(verdictOnFile(await check(forged), forged).good).toBe(true)
    expect(verdictOnFile(await check(forged), forged, noted).good).toBe(false)
  })
  test('a noted hash of a few digits, or of none, proves nothing and is refused', async () => {
    for (const few of ['', 'a', entries[6]?.hash.slice(0, 15) ?? '', `${entries[6]?.hash}0`])
      expect(verdictOnFile(await check(file), file, few), few).toMatchObject({ good: false })
  })
  test('an entry of a kind that no console writes, whatever it is called', async () => {
    for (const what of ['constructor', '__proto__', 'toString', 'counted2']) {
      const forged = toLedgerFile(await chained(undefined, [{ at: 1, what: what as 'counted', of: 'a', told: [] }], digest))
      expect(await check(forged), what).toEqual({ type: 'damaged', line: 2 })
    }
  })
  test('any change of one character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: file.length - 2 }), fc.constantFrom('0', 'f', '"', ',', '7'), async (at, sign) => {
        fc.pre(file[at] !== sign)
        expect((await check(file.slice(0, at) + sign + file.slice(at + 1))).type).not.toBe('whole')
      })
    )
  })
})

test('what is no ledger, or a newer one, is refused, and nothing throws', async () => {
  for (const text of ['', 'null', '{}', '[]', '{"format":"x"}', 'hello'])
    expect(await check(text)).toEqual({ type: 'refused', why: 'not-one' })
  expect(await check(file.replace('"v":1', '"v":2'))).toEqual({ type: 'refused', why: 'newer' })
  expect(await check(file.replace('"count":9', '"count":-1.5'))).toEqual({ type: 'damaged', line: 1 })
  await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async text => void expect((await check(text)).type).toBe('refused')))
})

describe('npm run -s verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const command = fileURLToPath(new URL('../../.commands/verify.mjs', import.meta.url))
  const verify = (...given: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...given], {
      encoding: 'utf8',
      cwd: tmpdir(),
      env: { ...process.env, INIT_CWD: folder, NODE_NO_WARNINGS: '1' }
    })
    return { status, stdout, stderr }
  }

  test('prints what a whole ledger holds and ends with 0', () => {
    writeFileSync(join(folder, 'good.jsonl'), file)
    const { status, stdout } = verify('good.jsonl')
    expect(stdout).toBe(`The ledger is whole: 9 entries.\n  refused: 3\n  counted: 6\nLast hash: ${entries[8]?.hash}\n`)
    expect(status).toBe(0)
  })
  test('prints where a broken one is broken and ends with 1', () => {
    writeFileSync(join(folder, 'bad.jsonl'), file.replace('"late"', '"done"'))
    const { status, stdout, stderr } = verify('bad.jsonl')
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('broken at entry 2 (line 3)')
  })
  test('says what it needs, and that a file is not there', () => {
    expect(verify('good.jsonl', '0123abcd')).toMatchObject({ status: 1, stderr: expect.stringContaining('16 to 64') })
    expect(verify()).toMatchObject({ status: 1, stderr: expect.stringContaining('Usage') })
    expect(verify('gone.jsonl')).toMatchObject({ status: 1, stderr: expect.stringContaining('gone.jsonl') })
  })
})
