import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Digest } from '../../src/device/sealed.ts'
import { openDesk } from '../../src/visit/desk.store.ts'
import { newsFor, papersOn, restorePapers } from '../../src/visit/deskBackup.store.ts'
import { fromDeskBackup, LARGEST, type Papers, toDeskBackup, union } from '../../src/visit/deskBackup.ts'
import type { RunEntry } from '../../src/visit/paper.ts'
import { callOf, entries, formOf, HOSTILE, IDS, runOf } from './papers.ts'

const digest: Digest = async text => createHash('sha256').update(text).digest('hex')
const done = (id: string, at: number, step: string): RunEntry => ({ type: 'done', id, at, step })
let names = 0
const newDesk = () => openDesk(`backup${names++}`)

const PAPERS: Papers = {
  run: [
    runOf('r', { entries: [done('1', 1, 'a')], changed: 1 }),
    ...HOSTILE.map((text, index) => runOf(`h${index}`, { customer: text.slice(0, 200) }))
  ],
  form: [formOf('f', { fields: { cause: 'paper jam' } })],
  followUp: [callOf('c')]
}

describe('the file', () => {
  test('brings back what was put into it', async () => {
    expect(await fromDeskBackup(await toDeskBackup(PAPERS, digest), digest)).toEqual({ type: 'backup', papers: PAPERS })
    const none: Papers = { run: [], form: [], followUp: [] }
    expect(await fromDeskBackup(await toDeskBackup(none, digest), digest)).toEqual({ type: 'backup', papers: none })
  })

  test('says in its first line what it is, how many lines follow and their hash', async () => {
    const [head = '', ...lines] = (await toDeskBackup(PAPERS, digest)).trimEnd().split('\n')
    expect(JSON.parse(head)).toEqual({ format: 'service-handbook-desk', v: 1, count: lines.length, sha256: await digest(lines.join('\n')) })
  })

  const resealed = async (lines: readonly unknown[], head: object = {}) => {
    const body = lines.map(line => JSON.stringify(line)).join('\n')
    return `${JSON.stringify({ format: 'service-handbook-desk', v: 1, count: lines.length, sha256: await digest(body), ...head })}\n${body}\n`
  }
  test.each<[string, (file: string) => string | Promise<string>, string]>([
    ['altered', file => file.replace('paper jam', 'paper fan'), 'altered'],
    ['cut off', file => file.split('\n').slice(0, 4).join('\n'), 'incomplete'],
    ['of a newer version', file => file.replace('"v":1', '"v":2'), 'newer'],
    ['of the learner’s record', file => file.replace('-desk', '-record'), 'not-a-backup'],
    ['empty', () => '', 'not-a-backup'],
    ['no text', () => '\u0000\uFFFD'.repeat(999), 'not-a-backup'],
    ['too large', () => 'x'.repeat(LARGEST + 1), 'too-large'],
    ['sealed well, with a thing of no drawer', () => resealed([{ drawer: 'photo', thing: { id: 'p' } }]), 'not-a-backup'],
    ['sealed well, with a drawer that everything inherits', () => resealed([{ drawer: 'constructor', thing: {} }]), 'not-a-backup'],
    ['sealed well, with a run that is none', () => resealed([{ drawer: 'run', thing: { ...runOf('r'), order: 7 } }]), 'not-a-backup'],
    ['sealed well, with a line that is no object', () => resealed([null]), 'not-a-backup']
  ])('is refused when it is %s, with the reason', async (_, damage, why) => {
    expect(await fromDeskBackup(await damage(await toDeskBackup(PAPERS, digest)), digest)).toEqual({ type: 'refused', why })
  })
})

describe('putting it back', () => {
  test('fills an empty desk, and a second time adds nothing', async () => {
    const desk = newDesk()
    expect((await newsFor(desk, PAPERS)).run).toEqual({ fresh: PAPERS.run.length, later: 0 })
    await restorePapers(desk, PAPERS)
    const [here] = [await papersOn(desk)]
    expect(new Set(here.run.map(({ id }) => id))).toEqual(new Set(PAPERS.run.map(({ id }) => id)))
    expect(here.form).toEqual(PAPERS.form)
    expect(await newsFor(desk, PAPERS)).toEqual({
      run: { fresh: 0, later: 0 },
      form: { fresh: 0, later: 0 },
      followUp: { fresh: 0, later: 0 }
    })
  })

  test('keeps the entries of both versions of a run, and the later version of a form', async () => {
    const desk = newDesk()
    await desk.put('run', [runOf('r', { entries: [done('1', 1, 'a'), done('2', 2, 'b')], order: 'later', changed: 9 })])
    await desk.put('form', [formOf('f', { changed: 5, fields: { cause: 'mine' } }), formOf('g', { changed: 5, fields: { cause: 'mine' } })])
    const papers: Papers = {
      run: [runOf('r', { entries: [done('1', 1, 'a'), done('3', 3, 'c')], order: 'earlier', changed: 3 })],
      form: [formOf('f', { changed: 4, fields: { cause: 'theirs' } }), formOf('g', { changed: 6, fields: { cause: 'theirs' } })],
      followUp: []
    }
    expect(await newsFor(desk, papers)).toMatchObject({ run: { fresh: 0, later: 1 }, form: { fresh: 0, later: 1 } })
    await restorePapers(desk, papers)
    const run = await desk.get('run', 'r')
    expect(run?.entries.map(({ id }) => id)).toEqual(['1', '2', '3'])
    expect(run?.order).toBe('later')
    expect((await desk.all('form')).map(({ fields }) => fields.cause)).toEqual(['mine', 'theirs'])
  })

  test('leaves alone what this version can’t read', async () => {
    const desk = newDesk()
    const newer = { ...runOf('r'), v: 2 } as unknown as ReturnType<typeof runOf>
    await desk.put('run', [newer])
    await restorePapers(desk, { run: [runOf('r', { changed: 99 })], form: [], followUp: [] })
    expect(await desk.all('run')).toEqual([newer])
  })

  test('two files put back in either order give the same runs, and one thing twice in a file is one', async () => {
    await fc.assert(
      fc.asyncProperty(entries(IDS), entries(IDS), async (one, other) => {
        const papersWith = (list: RunEntry[]): Papers => ({
          run: [runOf('r', { entries: list }), runOf('r', { entries: list })],
          form: [],
          followUp: []
        })
        const [a, b] = [newDesk(), newDesk()]
        for (const list of [one, other]) await restorePapers(a, papersWith(list))
        for (const list of [other, one]) await restorePapers(b, papersWith(list))
        // The entries that are read: in their order, each once.
        const read = async (desk: typeof a) => union('run', runOf('r'), (await papersOn(desk)).run[0] ?? runOf('none')).entries
        expect(await read(a)).toEqual(await read(b))
      }),
      { numRuns: 25 }
    )
  })
})
