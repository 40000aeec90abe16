/** What is kept of answers that come with receipts, and the item statistics that are made of it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whole } from '../../src/device/work.ts'
import type { ShownQuestion } from '../../src/quiz/shown.ts'
import { contentsOf, readBackup, restore } from '../../src/trainer/backup.store.ts'
import { importReceipts } from '../../src/trainer/importing.store.ts'
import { answersIn } from '../../src/trainer/inbox.ts'
import { rescore } from '../../src/trainer/rescoring.store.ts'
import { takenIn } from '../../src/trainer/taken.ts'
import { decodeTries, keptTries, LARGEST, triesText } from '../../src/trainer/tries.ts'
import type { LogEvent } from '../../src/training/event.ts'
import type { ItemEntry } from '../../src/training/items.ts'
import { seedsOf } from '../../src/training/receipt.ts'
import { attemptAt, BANK, CODES, MODULES, reported, rightTo, stamped } from './answering.ts'
import { consoleNamed, device, freshName, NOW, plan, readyConsole } from './handing.ts'

const [FIRST] = MODULES.map(({ id }) => id) as [string]
const QUESTIONS = [...BANK.questions.values()].flat()
const ENTRIES: ItemEntry[] = QUESTIONS.map(question => ({
  id: question.id,
  revision: question.revision,
  kind: question.kind,
  module: FIRST,
  ask: question.id,
  href: '/',
  question,
  labels: {}
}))
const single = QUESTIONS.find((one): one is ShownQuestion & { kind: 'single' } => one.kind === 'single')
if (!single) throw new Error('There is no question with one answer')

async function console() {
  const { one, key } = await readyConsole()
  const assignment = plan(key.hex, { modules: CODES, pass: 80 })
  const { hash } = await one.handOut(assignment)
  const handIn = async (staff: string, wrong: number, cheats = false, change = (events: LogEvent[]) => events) => {
    const own = await device(hash, key.hex, staff)
    const seeds = seedsOf(hash, own.hex, staff)
    const events = change(attemptAt(FIRST, seeds, 1, wrong))
    const results = reported(assignment, seeds, events)
    const code = await own.hand(cheats ? results.map(result => ({ ...result, percent: 100, passed: true })) : results)
    const file = await own.answers(code, events)
    await importReceipts(file, one)
    await rescore(
      answersIn(file).filter(found => found.type === 'file'),
      one,
      BANK
    )
    return events
  }
  return { one, handIn }
}

test('first answers are kept beside their receipt, those that earn something else are not', async () => {
  const { one, handIn } = await console()
  const events = await handIn('A1', 3)
  await handIn('B2', 5, true)
  const tries = await one.readTries()
  const [mine, theirs] = one.$state.get().counted
  expect([...tries.keys()]).toEqual([mine?.seal])
  expect(tries.has(theirs?.seal ?? '')).toBe(false)
  const kept = decodeTries(tries.get(mine?.seal ?? ''))
  const asked = events.flatMap(event => (event.type === 'answered' ? event.question : []))
  expect(kept.map(({ question }) => question).sort()).toEqual(asked.toSorted())
  expect(kept.filter(({ earned }) => earned === 0).length).toBeGreaterThanOrEqual(3)
})

test('statistics of twelve people tell which choice was taken, how long it took and who was sure and wrong', () => {
  const wrong = single.choices.find(({ key }) => !key)?.id ?? ''
  const rows = Array.from({ length: 12 }, (_, index) => {
    const response = index < 5 ? [wrong] : rightTo(single)
    const tried = { question: single.id, revision: single.revision, response, possible: 1, took: 10 + index, sure: 3 as const }
    return { seal: String(index), at: 0, receipt: { staff: `S${index}` }, text: triesText([{ ...tried, earned: index < 5 ? 0 : 1 }]) }
  })
  const kept = new Map(rows.map(({ seal, text }) => [seal, text]))
  const counted = rows as unknown as Parameters<typeof takenIn>[0]
  const { learners, items } = whole(takenIn([...counted, ...counted], kept, ENTRIES))
  expect(learners).toBe(12)
  expect(items).toMatchObject([{ question: single.id, n: 12, trust: 'uncertain', seconds: 15.5, sure: { said: 12, wrong: 5 } }])
  const [item] = items
  expect(item?.trust !== 'none' && item?.taken.find(({ id }) => id === wrong)).toMatchObject({ count: 5, key: false, working: true })
  const changed = ENTRIES.map(entry => ({ ...entry, revision: entry.revision + 1 }))
  expect(whole(takenIn(counted, kept, changed)).items).toEqual([])
})

test('what was typed is not kept, and only the first answer counts', () => {
  const id = 'attempt'
  const draw = { version: 1, seed: 's', items: [{ question: single.id, revision: single.revision, order: [] }] }
  const answered = (times: number, response: readonly string[]) =>
    stamped(
      { type: 'answered', attempt: id, question: single.id, revision: single.revision, try: times, response, earned: 1, possible: 1 },
      NOW
    )
  const started = stamped({ type: 'started', attempt: id, behaviour: 'check', module: FIRST, page: 'check', draw } as never, NOW)
  const kept = keptTries([started, answered(1, ['my name is Li', 'x']), answered(2, rightTo(single))], QUESTIONS)
  expect(kept).toMatchObject([{ question: single.id, response: [], earned: 0 }])
})

test('a backup brings what is kept of answers to another computer, and takes nothing away there', async () => {
  const { one, handIn } = await console()
  await handIn('A1', 2)
  const backup = await readBackup(await contentsOf(one))
  if (!backup) throw new Error('no backup')
  const other = consoleNamed(freshName())
  await other.ready
  await restore(other, backup)
  expect(await other.readTries()).toEqual(await one.readTries())
  const [seal = ''] = backup.tries.keys()
  await other.keepTries(new Map([[seal, '[]']]))
  expect(await other.readTries()).toEqual(await one.readTries())
  const broken = { ...JSON.parse(await contentsOf(one)), tries: [['x', '[]'], [seal, 'y'.repeat(LARGEST + 1)], 7, [seal, '[[1]]']] }
  expect((await readBackup(JSON.stringify(broken)))?.tries.size).toBe(0)
})

test('whatever lies there, reading it never throws, and gives only what is well formed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string(), fc.anything()), text => {
      for (const { response, earned, possible } of decodeTries(text)) {
        expect(earned <= possible && response.every(entry => typeof entry === 'string')).toBe(true)
      }
    })
  )
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 20 }), { maxLength: 5 }), fc.nat(9), (response, took) => {
      const tried = { question: 'q', revision: 1, response, earned: 1, possible: 2, ...(took > 0 && { took }) }
      expect(decodeTries(triesText([tried]))).toEqual([tried])
    })
  )
})
