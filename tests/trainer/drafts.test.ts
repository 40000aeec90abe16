import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentsOf, readBackup, restore } from '../../src/trainer/backup.store.ts'
import { EMPTY_DRAFT } from '../../src/trainer/draft.ts'
import { decodeDrafts, type KeptDraft } from '../../src/trainer/drafts.ts'
import { consoleNamed, freshName, readyConsole } from './handing.ts'

const row = (id: string, title: string, more: Partial<KeptDraft> = {}): KeptDraft => ({
  id,
  kind: 'draft',
  changed: 1000,
  draft: { ...EMPTY_DRAFT, title },
  ...more
})

test('what is read back as drafts is well formed, whatever lay there', () => {
  expect(decodeDrafts([row('b', 'B', { changed: 2 }), row('a', 'A', { changed: 1 })]).map(({ id }) => id)).toEqual(['a', 'b'])
  fc.assert(
    fc.property(fc.anything(), thing => {
      expect(decodeDrafts(thing)).toEqual([])
      expect(decodeDrafts([thing, row('a', 'A')])).toHaveLength(1)
      expect(decodeDrafts([{ ...row('a', 'A'), id: thing }]).length).toBeLessThanOrEqual(1)
    })
  )
})

describe('drafts in two tabs', () => {
  async function tabs() {
    const name = freshName()
    const [one, other] = [consoleNamed(name), consoleNamed(name)]
    await Promise.all([one.ready, other.ready])
    return { one, other }
  }
  const titlesIn = async (tab: Awaited<ReturnType<typeof tabs>>['one']) => {
    await tab.refresh()
    return tab.$state.get().drafts.map(({ draft }) => draft.title)
  }

  test('stand side by side: neither tab writes over the other’s', async () => {
    const { one, other } = await tabs()
    await Promise.all([one.putDraft(row('a', 'A')), other.putDraft(row('b', 'B', { changed: 1001 }))])
    expect(await titlesIn(one)).toEqual(['A', 'B'])
  })
  test('one that was changed in the other tab since stays, and this one becomes another', async () => {
    const { one, other } = await tabs()
    const first = await one.putDraft(row('a', 'A'))
    await other.putDraft(row('a', 'A2', { changed: 2000 }), first.changed)
    const forked = await one.putDraft(row('a', 'A3', { changed: 3000 }), first.changed)
    expect(forked.id).not.toBe('a')
    expect(await titlesIn(other)).toEqual(['A2', 'A3'])
    await one.putDraft({ ...forked, changed: 4000, draft: { ...EMPTY_DRAFT, title: 'A4' } }, forked.changed)
    expect(await titlesIn(other)).toEqual(['A2', 'A4'])
    await other.dropDraft('a')
    expect(await titlesIn(one)).toEqual(['A4'])
  })
})

test('drafts and templates are in the backup, and what was changed since stands beside them', async () => {
  const { one } = await readyConsole()
  await one.putDraft(row('a', 'A'))
  await one.putDraft(row('t', 'T', { kind: 'template', changed: 1001 }))
  const backup = await readBackup(await contentsOf(one))
  if (!backup) throw new Error('no backup')
  const other = consoleNamed(freshName())
  await other.ready
  await other.putDraft(row('a', 'mine'))
  for (let turn = 0; turn < 2; turn++) await restore(other, backup)
  const titles = other.$state.get().drafts.map(({ kind, draft }) => `${kind} ${draft.title}`)
  expect(titles.sort()).toEqual(['draft A', 'draft mine', 'template T'])
})

test('a backup from before there were drafts is read', async () => {
  const { one } = await readyConsole()
  const { drafts: _, ...old } = JSON.parse(await contentsOf(one))
  expect((await readBackup(JSON.stringify(old)))?.drafts).toEqual([])
})
