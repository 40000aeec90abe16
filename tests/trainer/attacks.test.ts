/**
 * The attack table. Each row is played through the stores that the page uses, noticed and named; each name has a sentence in
 * both languages. Two things can't be noticed by anybody: the page says which.
 */
import { describe, expect, test } from 'vitest'
import { digest } from '../../src/trainer/console.store.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { importReceipts } from '../../src/trainer/importing.store.ts'
import { IMPORT_WORDS } from '../../src/trainer/importWords.ts'
import { answersIn } from '../../src/trainer/inbox.ts'
import { verify } from '../../src/trainer/ledger.ts'
import { checkLedger, toLedgerFile } from '../../src/trainer/ledgerFile.ts'
import { REASONS, TOLD } from '../../src/trainer/reasons.ts'
import { rescore } from '../../src/trainer/rescoring.store.ts'
import { decodeAssignment, encodeAssignment, readAssignment, toDigitFragment, toFragment } from '../../src/training/assignment.ts'
import { fromBase64url, toBase64url, toDigits } from '../../src/training/bytes.ts'
import { seedsOf } from '../../src/training/receipt.ts'
import { shortHash } from '../../src/training/sealing.store.ts'
import { TWELVE } from '../training/assignments.ts'
import { attemptAt, BANK, CODES, MODULES, reported } from './answering.ts'
import { DUE, device, done, ISSUED, MINUTE, NOW, plan, readyConsole } from './handing.ts'

async function scene(more = {}) {
  const { one, key } = await readyConsole()
  const assignment = plan(key.hex, more)
  const { hash } = await one.handOut(assignment)
  const own = await device(hash, key.hex)
  const told = async (...codes: string[]) => {
    const { lines, damaged } = await importReceipts(codes.map(code => `https://h.example/zh/trainer/#r=${code}`).join('\n'), one)
    return [...lines.map(line => line.told.join(' ') || 'fine'), ...Array.from({ length: damaged }, () => 'damaged')]
  }
  return { one, key, assignment, hash, own, told }
}

const flipped = (code: string, at: number) => {
  const bytes = fromBase64url(code) ?? new Uint8Array()
  return toBase64url(bytes.with(at, (bytes[at] ?? 0) ^ 1))
}

type Scene = Awaited<ReturnType<typeof scene>>
const ATTACKS: readonly [attack: string, play: (scene: Scene) => Promise<readonly string[]>, named: readonly string[]][] = [
  ['an honest receipt', async ({ own, told }) => told(await own.hand([done(0)])), ['fine']],
  ['altered score: a byte of the sealed receipt', async ({ own, told }) => told(flipped(await own.hand([done(0)]), 130)), ['altered']],
  [
    'altered score: signed by another key than the device’s',
    async ({ own, hash, key, told }) => {
      const thief = await device(hash, key.hex)
      return told(await thief.hand([done(0)], { device: own.hex }))
    },
    ['altered']
  ],
  [
    'edited link: a lower pass mark',
    async ({ key, assignment, told }) => {
      const easy = await shortHash(encodeAssignment({ ...assignment, pass: 1 }))
      return told(await (await device(easy, key.hex)).hand([done(0)]))
    },
    ['edited-link']
  ],
  [
    'edited link: a later due date',
    async ({ key, assignment, told }) => {
      const late = await shortHash(encodeAssignment({ ...assignment, due: DUE + 90 * 24 * 60 * MINUTE }))
      return told(await (await device(late, key.hex)).hand([done(0)]))
    },
    ['edited-link']
  ],
  [
    'replay: the same receipt as a link, as digits, and a week later',
    async ({ one, own, told }) => {
      const code = await own.hand([done(0)])
      const digits = `s=${toDigits(fromBase64url(code) ?? new Uint8Array())}`
      const first = await told(code)
      const { lines } = await importReceipts(digits, one)
      return [...first, ...lines.flatMap(line => line.told), ...(await told(code))]
    },
    ['fine', 'duplicate', 'duplicate']
  ],
  [
    'other learner’s receipt: under another staff number, from the same device',
    async ({ one, own, told }) => {
      await one.keepRoster([
        { staff: 'A1', name: '欧阳慧', team: '' },
        { staff: 'B2', name: '王磊', team: '' }
      ])
      return told(await own.hand([done(0)]), await own.hand([done(0)], { staff: 'B2' }))
    },
    ['fine', 'gap other-name shared-device']
  ],
  [
    'wrong trainer',
    async ({ hash, told }) => told(await (await device(hash, (await readyConsole()).key.hex)).hand([done(0)])),
    ['other-trainer']
  ],
  ['stale revision', async ({ own, told }) => told(await own.hand([done(0)], { revision: '000000000000' })), ['other-revision']],
  ['unknown module', async ({ own, told }) => told(await own.hand([done(2)])), ['unknown-module']],
  ['unknown assignment', async ({ own, told }) => told(await own.hand([done(0)], { assignment: 'deadbeef' })), ['unknown-assignment']],
  [
    'truncated: cut where letters still decode, and where they do not',
    async ({ own, told }) => {
      const code = await own.hand([done(0)])
      return told(code.slice(0, 200), code.slice(0, 201))
    },
    ['altered', 'damaged']
  ],
  [
    'newer version',
    async ({ own, told }) => told(toBase64url((fromBase64url(await own.hand([done(0)])) ?? new Uint8Array()).with(0, 2))),
    ['newer']
  ],
  [
    'duplicate within one message',
    async ({ own, told }) => {
      const code = await own.hand([done(0)])
      return told(code, code, code)
    },
    ['fine']
  ],
  [
    'reordered chain',
    async ({ own, told }) => {
      const [first = '', second = '', third = ''] = [await own.hand([]), await own.hand([done(0)]), await own.hand([done(1)])]
      return told(third, first, second)
    },
    ['gap', 'older', 'older']
  ],
  [
    'forked chain: a copied device',
    async ({ own, told }) => told(await own.hand([]), await own.hand([done(0)]), await own.hand([done(1)], { counter: 2 })),
    ['fine', 'fine', 'broken-chain']
  ],
  [
    'missing receipt',
    async ({ own, told }) => {
      await own.hand([])
      return told(await own.hand([done(0)]))
    },
    ['gap']
  ],
  ['clock skew: ahead', async ({ own, told }) => told(await own.hand([done(0)], { made: NOW + 26 * 60 * MINUTE })), ['clock-ahead']],
  [
    'clock skew: results from before the assignment',
    async ({ own, told }) => told(await own.hand([done(0, { ended: ISSUED - 61 * MINUTE })])),
    ['before-assignment']
  ],
  ['late', async ({ own, told }) => told(await own.hand([done(0, { ended: DUE + MINUTE })])), ['late']],
  ['tried too often', async ({ own, told }) => told(await own.hand([done(0, { attempts: 4 })])), ['too-many-attempts']]
]

describe('noticed and named', () => {
  test.each(ATTACKS)('%s', async (_, play, named) => {
    expect(await play(await scene())).toEqual(named)
  })

  test('altered score in the answers: they are marked again', async () => {
    const { one, own, hash, assignment } = await scene({ modules: CODES, pass: 80 })
    const seeds = seedsOf(hash, own.hex, 'A1')
    const events = MODULES.flatMap(({ id }) => attemptAt(id, seeds, 1, 3))
    const better = reported(assignment, seeds, events).map(result => ({ ...result, percent: 100, passed: true }))
    const file = await own.answers(await own.hand(better), events)
    await importReceipts(file, one)
    await rescore(
      answersIn(file).filter(found => found.type === 'file'),
      one,
      BANK
    )
    expect(one.$state.get().counted[0]?.told).toEqual(['score-differs'])
  })

  test('an altered, cut or reordered ledger, of all that was played', async () => {
    const { one, own, told } = await scene()
    await told(await own.hand([done(0)]), await own.hand([done(7)]), await own.hand([done(1)]))
    const { ledger } = one.$state.get()
    expect(ledger.map(({ what }) => what)).toEqual(['assigned', 'counted', 'refused', 'counted'])
    expect(await verify(ledger.toReversed(), digest)).toEqual({ type: 'broken', at: 1 })
    expect((await checkLedger(toLedgerFile(ledger), digest)).type).toBe('whole')
    expect((await checkLedger(toLedgerFile(ledger).split('\n').slice(0, -2).join('\n'), digest)).type).toBe('cut')
  })

  test('every flip of one bit of a link, in letters and in digits', () => {
    const bytes = encodeAssignment(TWELVE)
    expect(readAssignment(`#${toFragment(bytes)}`).type).toBe('assignment')
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const other = bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit))
        expect(decodeAssignment(other).type, `byte ${at}`).toBe('refused')
        if (bit > 0) continue
        expect(readAssignment(`#${toFragment(other)}`).type).toBe('refused')
        expect(readAssignment(`#${toDigitFragment(other)}`).type).toBe('refused')
      }
    }
  })
})

test('every reason, remark and refused file has its own sentence in both languages', () => {
  for (const lang of ['zh', 'en'] as const) {
    const { reasons, told } = CONSOLE_WORDS[lang]
    const sentences = [...REASONS.map(one => reasons[one]), ...TOLD.map(one => told[one]), ...Object.values(IMPORT_WORDS[lang].unread)]
    expect(sentences.every(one => one.length > 3)).toBe(true)
    expect(new Set(sentences).size).toBe(sentences.length)
  }
})

test('the two that nobody can notice are stated on the page', () => {
  expect(CONSOLE_WORDS.zh.cantLine).toMatch(/有两件事谁也看不出来：.*伪造答案；.*时间往回拨/)
  expect(CONSOLE_WORDS.en.cantLine).toMatch(/two/i)
  expect(CONSOLE_WORDS.en.cantLine).toMatch(/forge/i)
  expect(CONSOLE_WORDS.en.cantLine).toMatch(/clock/i)
})
