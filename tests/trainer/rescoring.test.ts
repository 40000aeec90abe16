/** Answers that come with a receipt are marked again: what the console finds out, through the stores that the page uses. */
import { describe, expect, test } from 'vitest'
import type { ShownQuestion } from '../../src/quiz/shown.ts'
import { digest } from '../../src/trainer/console.store.ts'
import { importReceipts } from '../../src/trainer/importing.store.ts'
import { answersIn } from '../../src/trainer/inbox.ts'
import { verify } from '../../src/trainer/ledger.ts'
import { type Bank, rescored } from '../../src/trainer/rescore.ts'
import { rescore } from '../../src/trainer/rescoring.store.ts'
import { fromBase64url, toBase64url } from '../../src/training/bytes.ts'
import type { LogEvent } from '../../src/training/event.ts'
import { type ModuleResult, seedsOf } from '../../src/training/receipt.ts'
import { attemptAt, BANK, CODES, MODULES, reported, stamped } from './answering.ts'
import { consoleNamed, device, MINUTE, NOW, plan, readyConsole } from './handing.ts'

const [FIRST, SECOND] = MODULES.map(({ id }) => id) as [string, string]

async function learner(more = {}) {
  const { one, key, name } = await readyConsole()
  const assignment = plan(key.hex, { modules: CODES, pass: 80, ...more })
  const { hash } = await one.handOut(assignment)
  const own = await device(hash, key.hex)
  const seeds = seedsOf(hash, own.hex, 'A1')
  const honest = [...attemptAt(FIRST, seeds, 1, 6), ...attemptAt(FIRST, seeds, 2), ...attemptAt(SECOND, seeds, 1, 1)]
  return { one, key, name, hash, assignment, own, seeds, honest, results: reported(assignment, seeds, honest) }
}

type Learner = Awaited<ReturnType<typeof learner>>

/** Hands in a receipt with its answers, and gives what the console tells of it. */
async function told({ one, own, results }: Learner, events: readonly LogEvent[], claimed: readonly ModuleResult[] = results, bank = BANK) {
  const file = await own.answers(await own.hand(claimed), events)
  await importReceipts(file, one)
  const came = answersIn(file).filter(found => found.type === 'file')
  const found = await rescore(came, one, bank)
  expect(came).toHaveLength(1)
  return [...found.values()].flat()
}

const betterIn = (results: readonly ModuleResult[]) =>
  results.map((result, at): ModuleResult => (at === 0 ? result : { ...result, percent: 100, results: result.results.map(() => 'right') }))

const withChanged = (change: (question: ShownQuestion) => ShownQuestion | undefined): Bank => ({
  ...BANK,
  questions: new Map([...BANK.questions].map(([module, all]) => [module, all.flatMap(question => change(question) ?? [])]))
})

test('honest answers earn again what the receipt says, and that is kept', async () => {
  const one = await learner()
  expect(one.results).toMatchObject([
    { place: 0, best: 2, attempts: 2, passed: true },
    { place: 1, best: 1 }
  ])
  expect(await told(one, one.honest)).toEqual(['rescored'])
  const again = consoleNamed(one.name)
  await again.ready
  expect(again.$state.get().counted[0]?.told).toEqual(['rescored'])
  const { ledger } = again.$state.get()
  expect(ledger.at(-1)).toMatchObject({ what: 'rescored', told: ['rescored'] })
  expect(await verify(ledger, digest)).toMatchObject({ type: 'whole' })
})

describe('a score that was altered is flagged', () => {
  test('in the receipt', async () => {
    const one = await learner()
    expect(one.results[1]?.percent).toBeLessThan(100)
    expect(await told(one, one.honest, betterIn(one.results))).toEqual(['score-differs'])
    expect(one.one.$state.get().counted[0]?.told).toEqual(['score-differs'])
  })
  test('in the answers: points that the response does not earn', async () => {
    const one = await learner()
    const forged = one.honest.map(event => (event.type === 'answered' ? { ...event, earned: event.possible } : event))
    const raised = forged.map(event => (event.type === 'finished' ? { ...event, percent: 100 } : event))
    expect(await told(one, raised, reported(one.assignment, one.seeds, raised))).toEqual(['score-differs'])
  })
  test('by a question whose answer was left out', async () => {
    const one = await learner()
    const first = one.honest.findIndex(event => event.type === 'answered' && event.attempt.includes(SECOND) && event.response.length === 0)
    const without = one.honest.toSpliced(first, 1)
    const raised = without.map(event => (event.type === 'finished' && event.attempt.includes(SECOND) ? { ...event, percent: 100 } : event))
    expect(await told(one, raised, reported(one.assignment, one.seeds, raised))).toEqual(['score-differs'])
  })
  test('by an attempt that is not there, and by one question drawn many times', async () => {
    const one = await learner()
    expect(
      await told(
        one,
        one.honest.filter(event => !('attempt' in event && event.attempt.includes(SECOND)))
      )
    ).toEqual(['score-differs'])
    const same = one.honest.map(event => {
      if (event.type !== 'started' || event.module !== SECOND) return event
      const { items } = event.draw
      return { ...event, draw: { ...event.draw, items: items.map(() => items.at(-1) ?? fail()) } }
    })
    expect(await told(one, same, reported(one.assignment, one.seeds, same))).toEqual(['score-differs'])
  })
  test('where a rule that must be kept was broken and it says passed', async () => {
    const mains = new Set(BANK.questions.get(SECOND)?.map(({ rules: [main] }) => main?.id))
    const mustPass = BANK.rules.flatMap(({ id, code }) => (mains.has(id) ? code : [])).slice(0, 20)
    const one = await learner({ mustPass, pass: 1 })
    const events = attemptAt(SECOND, one.seeds, 1, 6)
    const claimed = reported(one.assignment, one.seeds, events)
    expect(claimed).toMatchObject([{ passed: true }])
    expect(await told(one, events, claimed)).toEqual(['score-differs'])
    expect(
      await told(
        one,
        events,
        claimed.map(result => ({ ...result, passed: false }))
      )
    ).toEqual(['rescored'])
  })
})

function fail(): never {
  throw new Error('The handbook has changed under this test')
}

test('questions that were picked by hand earn what they earn, and that they were picked is told', async () => {
  const one = await learner()
  const questions = BANK.questions.get(SECOND) ?? []
  const start = one.honest.find(event => event.type === 'started' && event.module === SECOND)
  if (start?.type !== 'started') throw new Error('There is no attempt')
  const own = new Set(start.draw.items.map(({ question }) => question))
  const other = questions.find(({ id }) => !own.has(id)) ?? fail()
  const swap = <T extends { question: string; revision: number }>(item: T) =>
    item.question === start.draw.items[0]?.question ? { ...item, question: other.id, revision: other.revision } : item
  const picked = one.honest.map((event): LogEvent => {
    if (event === start) return { ...start, draw: { ...start.draw, items: start.draw.items.map(swap) } }
    return event.type === 'answered' && event.attempt === start.attempt ? { ...swap(event), response: [], earned: 0 } : event
  })
  const finished = picked.map(event => (event.type === 'finished' && event.attempt === start.attempt ? { ...event, percent: 0 } : event))
  const claimed = reported(one.assignment, one.seeds, finished)
  expect(await told(one, finished, claimed)).toEqual(['other-draw'])
})

test('a draw that was chosen among hundreds is not the one that its attempt asks', async () => {
  const one = await learner()
  for (const [number, named] of [
    [1, 'rescored'],
    [2, 'other-draw'],
    [777, 'other-draw']
  ] as const) {
    const events = attemptAt(SECOND, one.seeds, number)
    expect(await told(one, events, reported(one.assignment, one.seeds, events)), `attempt ${number}`).toEqual([named])
  }
})

test('a question that has another revision now, or is gone, can’t be marked again, and that is said', async () => {
  const one = await learner()
  const asked = one.honest.findLast(event => event.type === 'answered')
  const isIt = (question: ShownQuestion) => asked?.type === 'answered' && question.id === asked.question
  const raised = withChanged(question => (isIt(question) ? { ...question, revision: question.revision + 1 } : question))
  expect(await told(one, one.honest, one.results, raised)).toEqual(['not-rescored'])
  const gone = withChanged(question => (isIt(question) ? undefined : question))
  expect(await told(one, one.honest, one.results, gone)).toEqual(['not-rescored'])
  const unknown = { ...BANK, modules: BANK.modules.slice(0, 1) }
  expect(await told(one, one.honest, betterIn(one.results), unknown)).toEqual(['not-rescored'])
})

test('answers of another receipt, of another device, or cut short are no answers', async () => {
  const one = await learner()
  const { one: console, own, results, honest, hash, key } = one
  const first = await own.hand(results)
  const second = await own.hand(results)
  const thief = await device(hash, key.hex, 'B2', '王磊')
  const [good, others, stolen] = [await own.answers(first, honest), await own.answers(second, honest), await thief.answers(first, honest)]
  await importReceipts(`${good}\n${others}`, console)
  const answers = (file: string) => file.split('\n').find(line => line.startsWith('w=')) ?? ''
  const cut = (line: string) => `w=${toBase64url((fromBase64url(line.slice(2)) ?? new Uint8Array()).slice(0, -5))}`
  const marked = async (file: string) => [
    ...(
      await rescore(
        answersIn(file).filter(found => found.type === 'file'),
        console,
        BANK
      )
    ).values()
  ]
  expect(await marked(good.replace(answers(good), answers(others)))).toEqual([['answers-altered']])
  expect(await marked(stolen)).toEqual([['answers-altered']])
  expect(await marked(good.replace(answers(good), cut(answers(good))))).toEqual([['answers-altered']])
  expect(console.$state.get().counted.map(({ told }) => told)).toEqual([[], []])
  expect(await marked(good)).toEqual([['rescored']])
})

test('what a third party puts behind a receipt is reported and changes no verdict', async () => {
  const { one, own, results, honest } = await learner()
  const file = await own.answers(await own.hand(results), honest)
  const came = (text: string) => answersIn(text).filter(found => found.type === 'file')
  await importReceipts(file, one)
  await rescore(came(file), one, BANK)
  const { counted, ledger } = one.$state.get()
  expect(counted[0]?.told).toEqual(['rescored'])
  const spoilt = file.replace(/w=.*/, `w=${toBase64url(new Uint8Array(200))}`)
  const found = await rescore(came(spoilt), one, BANK)
  expect([...found.values()]).toEqual([['answers-altered']])
  expect(one.$state.get()).toMatchObject({ counted, ledger })
})

test('the same answers again write nothing, and a difference that was found once stays', async () => {
  const one = await learner()
  const { one: console, own, results, honest } = one
  const code = await own.hand(betterIn(results))
  const came = answersIn(await own.answers(code, honest)).filter(found => found.type === 'file')
  await importReceipts(`#r=${code}`, console)
  await rescore(came, console, BANK)
  const before = console.$state.get()
  expect(before.counted[0]?.told).toEqual(['score-differs'])
  await rescore(came, console, BANK)
  expect(console.$state.get()).toBe(before)
  const forged = honest.map(event => (event.type === 'answered' ? { ...event, response: ['x'] } : event))
  const later = answersIn(await own.answers(code, [...forged, stamped({ type: 'recovered', modules: [] }, NOW - MINUTE)]))
  await rescore(
    later.filter(found => found.type === 'file'),
    console,
    withChanged(() => undefined)
  )
  expect(console.$state.get().counted[0]?.told).toEqual(['score-differs', 'not-rescored'])
})

test('whatever well-formed events come, a remark is made on each module', () => {
  const receipt = {
    assignment: '',
    hash: 'aa',
    counter: 1,
    previous: '',
    made: NOW,
    zone: 0,
    revision: '',
    staff: 'A',
    name: '',
    device: '02'
  }
  const modules = [0, 1, 7].map(place => ({ place, percent: 1, passed: true, attempts: 1, best: 1, ended: NOW, minutes: 1, results: [] }))
  expect(rescored({ ...receipt, modules }, plan('', { modules: CODES }), [], BANK)).toEqual(['differs', 'differs', 'stale'])
})
