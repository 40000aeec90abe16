/**
 * Whatever may reach a trainer's console or a learner's page from outside, mutated or made up: links, receipts, files of
 * answers, backups, ledgers. Played at a small size in the tests and at 100,000 by `npm run bench:receipts`.
 */
import { seeded } from '../../src/quiz/random.ts'
import { contentsOf, readBackup } from '../../src/trainer/backup.store.ts'
import { digest } from '../../src/trainer/console.store.ts'
import { importReceipts } from '../../src/trainer/importing.store.ts'
import { answersIn, receiptsIn } from '../../src/trainer/inbox.ts'
import { checkLedger, toLedgerFile } from '../../src/trainer/ledgerFile.ts'
import { rescored } from '../../src/trainer/rescore.ts'
import { decodeAnswers, toAnswers } from '../../src/training/answers.ts'
import { readAssignment, toFragment } from '../../src/training/assignment.ts'
import { fromBase64url, toDigits } from '../../src/training/bytes.ts'
import { seedsOf } from '../../src/training/receipt.ts'
import { openAnswers, openReceipt } from '../../src/training/sealing.store.ts'
import { attemptAt, BANK, CODES, MODULES, reported } from './answering.ts'
import { device, plan, readyConsole } from './handing.ts'

type Random = () => number
const below = (random: Random, most: number) => Math.floor(random() * most)

const SIGNS = [
  '\0',
  ' ',
  '\n',
  '"',
  '[',
  '{',
  '}',
  ',',
  ':',
  '-',
  '=',
  '#',
  '9',
  'A',
  '_',
  '，',
  '\uFEFF',
  '\uD800',
  '__proto__',
  '1e999',
  'null'
]
const SCRAPS = [
  'r=',
  's=',
  'a=',
  'd=',
  'w=',
  '#',
  'service-handbook answers 1\nr=',
  '{"format":"service-handbook ledger","v":1}',
  'A'.repeat(500),
  '7'.repeat(1001)
]

function madeUp(random: Random): string {
  const length = below(random, 12)
  const signs = Array.from({ length: below(random, 300) }, () => String.fromCharCode(below(random, random() < 0.7 ? 128 : 65_536)))
  const scraps = Array.from({ length }, () => (random() < 0.5 ? SIGNS : SCRAPS)[below(random, 10)] ?? '')
  return [...scraps, ...(random() < 0.5 ? signs : [])].join('')
}

/** One to four changes: a character, a piece taken out, put in, repeated or moved, the end cut off. Never the text itself. */
function mutated(text: string, other: string, random: Random): string {
  let changed = text
  for (let left = 1 + below(random, 4); left > 0; left--) {
    const at = below(random, changed.length)
    const some = 1 + below(random, 40)
    const kind = below(random, 7)
    if (kind === 0) changed = changed.slice(0, at)
    else if (kind === 1) changed = changed.slice(0, at) + changed.slice(at + some)
    else if (kind === 2) changed = changed.slice(0, at) + changed.slice(at, at + some) + changed.slice(at)
    else if (kind === 3) changed = changed.slice(0, at) + other.slice(at, at + some) + changed.slice(at)
    else changed = changed.slice(0, at) + (SIGNS[below(random, SIGNS.length)] ?? '') + changed.slice(at + 1)
  }
  return changed
}

async function samples() {
  const { one, key } = await readyConsole()
  await one.keepRoster([{ staff: 'A1', name: '欧阳慧', team: '前台' }])
  const assignment = plan(key.hex, { modules: CODES })
  const { hash, code } = await one.handOut(assignment)
  const own = await device(hash, key.hex)
  const seeds = seedsOf(hash, own.hex, 'A1')
  const events = MODULES.flatMap(({ id }) => attemptAt(id, seeds, 1, 1))
  const results = reported(assignment, seeds, events)
  const receipts = [await own.hand(results), await own.hand(results)]
  await importReceipts(receipts.map(one => `#r=${one}`).join('\n'), one)
  const [first = ''] = receipts
  const bytes = fromBase64url(first) ?? new Uint8Array()
  const { receipt } = one.$state.get().counted[0] ?? { receipt: undefined }
  if (!receipt) throw new Error('The receipt was not counted')
  const texts = [
    `https://handbook.example/zh/assigned/#${toFragment(fromBase64url(code) ?? new Uint8Array())}`,
    `https://handbook.example/zh/trainer/#r=${first}`,
    `s=${toDigits(bytes)}`,
    await own.answers(first, events),
    toAnswers('0123456789abcdef', events),
    await contentsOf(one),
    toLedgerFile(one.$state.get().ledger)
  ]
  return { one, key, assignment, receipt, texts, receipts: new Set(receipts) }
}

/** All that reads what comes from outside. */
async function readAll(text: string, { key, assignment, receipt }: Awaited<ReturnType<typeof samples>>): Promise<void> {
  readAssignment(text)
  for (const sealed of receiptsIn(text).sealed) await openReceipt(sealed, key.pair, key.hex)
  for (const file of answersIn(text)) {
    if (file.type === 'file') await openAnswers(file.sealed, key.pair, key.hex, receipt.device)
  }
  const answers = decodeAnswers(text)
  if (answers.type === 'answers') rescored(receipt, assignment, answers.events, BANK)
  await readBackup(text)
  await checkLedger(text, digest)
}

export interface Played {
  readonly count: number
  /** Milliseconds of CPU that the slowest payload took through all readers: other programs make no difference. */
  readonly longest: number
  readonly faults: readonly string[]
}

/** Milliseconds. */
const SLOW = 10

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The same `seed` plays the same. */
export async function play(count: number, seed = 'payloads'): Promise<Played> {
  const set = await samples()
  const { one, texts } = set
  const random = seeded(seed)
  const results = () => {
    const { keys, assignments, counted, roster } = one.$state.get()
    return JSON.stringify([keys.map(({ hex }) => hex), assignments, counted.map(({ seal, told }) => [seal, told]), roster])
  }
  const before = results()
  const faults: string[] = []
  let longest = 0
  let batch: string[] = []
  for (let at = 0; at < count; at++) {
    const sample = texts[at % texts.length] ?? ''
    const text = random() < 0.2 ? madeUp(random) : mutated(sample, texts[below(random, texts.length)] ?? '', random)
    try {
      let took = await cpuOf(() => readAll(text, set))
      // Collecting garbage falls on any of them: a payload that is slow is slow each time.
      for (let again = 0; took > SLOW && again < 3; again++) took = Math.min(took, await cpuOf(() => readAll(text, set)))
      longest = Math.max(longest, took)
    } catch (error) {
      faults.push(`${String(error)}: ${JSON.stringify(text.slice(0, 200))}`)
    }
    batch.push(text)
    if (batch.length < 100 && at < count - 1) continue
    try {
      await importReceipts(batch.join('\n'), one)
    } catch (error) {
      faults.push(`import: ${String(error)}`)
    }
    batch = []
    if (results() !== before) {
      faults.push(`payloads up to ${at} changed what is stored`)
      break
    }
  }
  return { count, longest, faults }
}
