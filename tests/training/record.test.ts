import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { describe, expect, test } from 'vitest'
import { type Disk, openDisk } from '../../src/training/disk.store.ts'
import { encodeView } from '../../src/training/keptView.ts'
import { further, NOTHING } from '../../src/training/known.ts'
import { openRecord, type Ports } from '../../src/training/record.store.ts'
import { erase, goOn, inReach, merge, wholeLog } from '../../src/training/wholeLog.store.ts'
import { chose, finished, logOf, started } from './events.ts'

let made = 0

/** A browser profile: its storage outlives the pages that use it. */
function profile() {
  const name = `profile-${made++}`
  const entries = new Map<string, string>()
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key)
  }
  const page = (changes: Partial<Ports> = {}) => {
    let word = 0
    const tab = made++
    return openRecord({
      disk: openDisk(name),
      storage,
      names: { witness: 'witness', device: 'device', left: 'left' },
      now: () => 1_800_000_000_000,
      zone: () => 480,
      word: () => `w${tab}x${word++}`,
      ...changes
    })
  }
  return { name, entries, page }
}

/** A disk that fails on demand. */
function faulty(disk: Disk) {
  const state = { fault: '' }
  const guard = <T>(work: () => Promise<T>) => (state.fault === '' ? work() : Promise.reject(new DOMException('', state.fault)))
  return {
    state,
    disk: {
      readAfter: key => guard(() => disk.readAfter(key)),
      append: events => guard(() => disk.append(events)),
      countTo: key => guard(() => disk.countTo(key)),
      erase: () => guard(() => disk.erase()),
      readView: () => disk.readView(),
      keepView: view => disk.keepView(view)
    } satisfies Disk
  }
}

describe('saving', () => {
  test('an answer is in memory at once, and saved only when the disk says so', async () => {
    const record = profile().page()
    await record.ready
    const done = record.append(started('t'))
    expect([...record.$known.get().attempts.keys()]).toEqual(['t'])
    expect(record.$saved.get()).toBe('saving')
    await done
    expect(record.$saved.get()).toBe('yes')
  })
  test('the next page finds it', async () => {
    const { page } = profile()
    await page().append(started('t'), finished('t', 90))
    const next = page()
    await next.ready
    expect(next.$progress.get().modules.get('speech')).toMatchObject({ passed: true, best: 90 })
    expect(next.$health.get()).toEqual({ type: 'whole' })
  })
  test('an answer given before the record is open is kept too', async () => {
    const { page } = profile()
    const record = page()
    await record.append(started('t'))
    await record.ready
    const next = page()
    await next.ready
    expect(await wholeLog(next)).toHaveLength(1)
  })
  test('on a clock before 1970 too', async () => {
    const { page } = profile()
    await page({ now: () => -5e11 }).append(started('t'))
    const next = page()
    await next.ready
    expect(next.$unreadable.get()).toBe(0)
    expect(await wholeLog(next)).toMatchObject([{ type: 'started', at: 0 }])
  })
  test('a hundred at once arrive in order, each once', async () => {
    const { page } = profile()
    const record = page()
    await Promise.all(Array.from({ length: 100 }, (_, index) => record.append(chose('t', `q${index}`, 'a'))))
    const next = page()
    await next.ready
    expect((await wholeLog(next)).map(event => event.type === 'chose' && event.question)).toEqual(
      Array.from({ length: 100 }, (_, index) => `q${index}`)
    )
  })
})

describe('a page that goes away before the disk has answered', () => {
  /** Takes everything and never answers: what happens to a transaction whose page is gone. */
  const silent = (disk: Disk): Disk => ({ ...disk, append: () => new Promise(() => undefined) })

  test('what it was about to save, and what is added in its last moment, is in the log of the next page', async () => {
    const { name, page, entries } = profile()
    const record = page({ disk: silent(openDisk(name)) })
    await record.ready
    void record.append(started('t'))
    record.setLeaving(true)
    void record.append(chose('t', 'q1', 'a'))
    const next = page()
    await next.ready
    expect(await wholeLog(next)).toMatchObject([{ type: 'started' }, { type: 'chose', question: 'q1' }])
    expect(next.$health.get()).toEqual({ type: 'whole' })
    expect(entries.has('left')).toBe(false)
    const third = page()
    await third.ready
    expect(await wholeLog(third)).toHaveLength(2)
  })
  test('what got to the disk after all is there once', async () => {
    const { page, entries } = profile()
    const record = page()
    await record.ready
    const done = record.append(started('t'))
    record.setLeaving(true)
    await done
    expect(entries.get('left')).toContain('started')
    const next = page()
    await next.ready
    expect(await wholeLog(next)).toHaveLength(1)
    expect([...next.$known.get().attempts.keys()]).toEqual(['t'])
  })
  test('what this version can’t read stays for one that can, and the rest is taken', async () => {
    const { page, entries } = profile()
    const newer = `${JSON.stringify({ ...logOf(started('n'))[0], v: 9 })}\n`
    entries.set('left', `${newer}${JSON.stringify(logOf(started('t'))[0])}\nno event\n`)
    const record = page()
    await record.ready
    expect(await wholeLog(record)).toMatchObject([{ type: 'started', attempt: 't' }])
    expect(entries.get('left')).toBe(`${newer}no event\n`)
  })
  test('two pages that go at once both leave theirs', async () => {
    const { name, page } = profile()
    const pages = [page({ disk: silent(openDisk(name)) }), page({ disk: silent(openDisk(name)) })]
    for (const [index, record] of pages.entries()) {
      await record.ready
      void record.append(started(`t${index}`))
      record.setLeaving(true)
    }
    const next = page()
    await next.ready
    expect([...next.$known.get().attempts.keys()].sort()).toEqual(['t0', 't1'])
  })
  test('a page that comes back goes on as before', async () => {
    const { page, entries } = profile()
    const record = page()
    await record.ready
    record.setLeaving(true)
    record.setLeaving(false)
    const done = record.append(started('t'))
    expect(entries.has('left')).toBe(false)
    await done
  })
  test('while the disk is full it stays left behind, and is shown', async () => {
    const { name, page, entries } = profile()
    const record = page({ disk: silent(openDisk(name)) })
    await record.ready
    void record.append(started('t'))
    record.setLeaving(true)
    const { state, disk } = faulty(openDisk(name))
    state.fault = 'QuotaExceededError'
    const next = page({ disk: { ...disk, readAfter: openDisk(name).readAfter } })
    await next.ready
    expect([...next.$known.get().attempts.keys()]).toEqual(['t'])
    expect(entries.get('left')).toContain('started')
    state.fault = ''
    await next.append(chose('t', 'q1', 'a'))
    expect(await wholeLog(next)).toHaveLength(2)
    const last = page()
    await last.ready
    expect(entries.has('left')).toBe(false)
    expect(await wholeLog(last)).toHaveLength(2)
  })
  test.each(['{', '7', '[1, {"v": 1}]', 'null\n\n{"v":1,"id":"x"}'])('%s in its place harms nothing', async text => {
    const { page, entries } = profile()
    entries.set('left', text)
    const record = page()
    await record.append(started('t'))
    expect(await wholeLog(record)).toHaveLength(1)
  })
  test('erasing takes it too', async () => {
    const { name, page, entries } = profile()
    const record = page({ disk: silent(openDisk(name)) })
    await record.ready
    void record.append(started('t'))
    record.setLeaving(true)
    const next = page()
    await next.ready
    record.setLeaving(true)
    await erase(next)
    expect(entries.has('left')).toBe(false)
  })
})

describe('when the disk fails', () => {
  test.each([
    ['QuotaExceededError', 'full'],
    ['VersionError', 'newer'],
    ['UnknownError', 'blocked']
  ])('%s: the answer stays, the learner is told, and the next answer saves both', async (error, fault) => {
    const { name, page } = profile()
    const { state, disk } = faulty(openDisk(name))
    const record = page({ disk })
    await record.ready
    state.fault = error
    await record.append(started('t'))
    expect(await inReach(record)).toHaveLength(1)
    await expect(wholeLog(record)).rejects.toThrow()
    expect(record.$saved.get()).toBe('no')
    expect(record.$health.get()).toEqual({ type: 'unsaved', fault })
    state.fault = ''
    await record.append(chose('t', 'q1', 'a'))
    expect(record.$saved.get()).toBe('yes')
    expect(record.$health.get()).toEqual({ type: 'whole' })
    const next = page()
    await next.ready
    expect(await wholeLog(next)).toHaveLength(2)
  })
  test('storage that is blocked from the start leaves everything working in memory', async () => {
    const { name, page } = profile()
    const { state, disk } = faulty(openDisk(name))
    state.fault = 'SecurityError'
    const record = page({ disk, storage: undefined })
    await record.ready
    await record.append(started('t'), finished('t', 90))
    expect(record.$progress.get().modules.get('speech')?.passed).toBe(true)
    expect(record.$health.get()).toEqual({ type: 'unsaved', fault: 'blocked' })
  })
  test('an open that never comes is told, and what was answered meanwhile is saved when it comes after all', async () => {
    const { name, page } = profile()
    const disk = openDisk(name)
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    const record = page({ disk: { ...disk, readAfter: key => held.then(() => disk.readAfter(key)) } })
    const written = record.append(started('t'))
    await new Promise(resolve => setTimeout(resolve, 3100))
    expect(record.$health.get()).toEqual({ type: 'unsaved', fault: 'slow' })
    expect(record.$saved.get()).toBe('no')
    release()
    await record.ready
    await written
    expect(record.$saved.get()).toBe('yes')
  })
  test('full local storage costs no answer', async () => {
    const { page } = profile()
    const storage = {
      getItem: () => null,
      removeItem: () => {},
      setItem: () => {
        throw new DOMException('', 'QuotaExceededError')
      }
    }
    const record = page({ storage })
    await record.append(started('t'))
    expect(record.$saved.get()).toBe('yes')
  })
})

describe('damage', () => {
  const lose = async (name: string) => {
    const database = await openDB(name, 1)
    await database.clear('events')
    database.close()
  }
  test('an emptied database is not a new learner', async () => {
    const { name, page } = profile()
    await page().append(started('t'), finished('t', 90))
    await lose(name)
    const record = page()
    await record.ready
    expect(record.$health.get()).toMatchObject({
      type: 'lost',
      lost: 2,
      witness: { count: 2 }
    })
  })
  test('going on gives the seals back, for good', async () => {
    const { name, page } = profile()
    await page().append(started('t'), finished('t', 90))
    await lose(name)
    const record = page()
    await record.ready
    await goOn(record)
    const next = page()
    await next.ready
    expect(next.$health.get()).toEqual({ type: 'whole' })
    expect(next.$progress.get().modules.get('speech')).toMatchObject({ passed: true, best: 90 })
  })
  test('answers given before deciding do not hide the loss from the next page', async () => {
    const { name, page } = profile()
    await page().append(started('t'), finished('t', 90), started('u'))
    await lose(name)
    await page().append(started('v'))
    const next = page()
    await next.ready
    expect(next.$health.get()).toMatchObject({ type: 'lost', lost: 3 })
  })
  test('nor do as many answers as were lost, or more, until the learner has decided', async () => {
    const { name, page, entries } = profile()
    await page().append(started('t'), finished('t', 90))
    await lose(name)
    for (const attempt of ['u', 'v', 'w']) await page().append(started(attempt))
    const next = page()
    await next.ready
    expect(next.$health.get()).toMatchObject({ type: 'lost', lost: 2 })
    await goOn(next)
    expect(entries.get('witness')).not.toContain('lost')
    const after = page()
    await after.ready
    expect(after.$health.get()).toEqual({ type: 'whole' })
    expect(after.$progress.get().modules.get('speech')).toMatchObject({ passed: true, best: 90 })
  })
  test('a log emptied under an open page leaves the second copy as it was', async () => {
    const { name, page } = profile()
    await page().append(started('t'), finished('t', 90))
    const record = page()
    await record.ready
    await lose(name)
    await record.append(started('u'))
    const next = page()
    await next.ready
    expect(next.$health.get()).toMatchObject({ type: 'lost', lost: 1 })
    expect(next.$health.get()).toMatchObject({ witness: { count: 2 } })
  })
  test('an emptied local storage is made again from the log', async () => {
    const { entries, page } = profile()
    await page().append(started('t'))
    entries.clear()
    const record = page()
    await record.ready
    expect(record.$health.get()).toEqual({ type: 'whole' })
    expect(entries.get('witness')).toContain('"count":1')
  })
  test.each(['', 'null', '{', '[]', '{"v":9}', '12'])('a witness that holds %j costs nothing', async value => {
    const { entries, page } = profile()
    await page().append(started('t'))
    entries.set('witness', value)
    const record = page()
    await record.ready
    expect(await wholeLog(record)).toHaveLength(1)
  })
  test('a row that can’t be read is counted, kept as it is, and the others count', async () => {
    const { name, page } = profile()
    await page().append(started('t'))
    const database = await openDB(name, 1)
    await database.add('events', { id: 'odd', v: 7, from: 'the future' })
    database.close()
    const record = page()
    await record.append(finished('t', 90))
    await record.ready
    expect(record.$unreadable.get()).toBe(1)
    expect(await wholeLog(record)).toHaveLength(2)
    const after = await openDB(name, 1)
    expect(await after.getAll('events')).toContainEqual({ id: 'odd', v: 7, from: 'the future' })
    after.close()
  })
})

describe('two tabs', () => {
  test('neither loses an answer, and both see all', async () => {
    const { name, page } = profile()
    const one = page({ channel: new BroadcastChannel(name) })
    const two = page({ channel: new BroadcastChannel(name) })
    await Promise.all([one.ready, two.ready])
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => [
        one.append(chose('one', `q${index}`, 'a')),
        two.append(chose('two', `q${index}`, 'a'))
      ]).flat()
    )
    await Promise.all([one.refresh(), two.refresh()])
    expect(await wholeLog(one)).toHaveLength(100)
    expect(await wholeLog(two)).toHaveLength(100)
  })
  test('a newer version in another tab is not kept waiting', async () => {
    const { name, page } = profile()
    const record = page()
    await record.append(started('t'))
    const newer = await openDB(name, 2)
    newer.close()
    await record.append(finished('t', 90))
    expect(record.$health.get()).toEqual({ type: 'unsaved', fault: 'newer' })
    expect(await inReach(record)).toHaveLength(2)
  })
})

describe('backup and erasing', () => {
  test('a backup only ever adds', async () => {
    const record = profile().page()
    await record.append(started('t'))
    const [own] = await wholeLog(record)
    const backup = [...logOf(started('u'), finished('u', 85)), ...(own ? [own] : [])]
    expect(await merge(record, backup)).toBe(2)
    expect(await merge(record, backup)).toBe(0)
    expect(await wholeLog(record)).toHaveLength(3)
  })
  test('erasing leaves nothing, and the next page is a new learner’s', async () => {
    const { entries, page } = profile()
    const record = page()
    await record.append(started('t'))
    await erase(record)
    expect(entries.has('witness')).toBe(false)
    const next = page()
    await next.ready
    expect(await wholeLog(next)).toEqual([])
    expect(next.$health.get()).toEqual({ type: 'whole' })
  })
})

describe('the kept view', () => {
  /** A log of this many events, as earlier pages have left it. */
  async function longLog(events: number) {
    const { name, page } = profile()
    const record = page()
    await record.append(started('t'), ...Array.from({ length: events - 1 }, (_, index) => chose('t', `q${index % 20}`, `a${index}`)))
    await page().ready // keeps the view
    await expect.poll(() => openDisk(name).readView()).toBeDefined()
    return { name, page }
  }
  const counting = (disk: Disk) => {
    const read: number[] = []
    const readAfter = async (key: number) => {
      const rows = await disk.readAfter(key)
      read.push(rows.length)
      return rows
    }
    return { read, disk: { ...disk, readAfter } }
  }

  test('a long log is not read again, and means the same', async () => {
    const { name, page } = await longLog(1000)
    const { read, disk } = counting(openDisk(name))
    const next = page({ disk })
    await next.append(chose('t', 'late', 'b'))
    await next.ready
    expect(read[0]).toBeLessThan(10)
    const whole = further(NOTHING, await wholeLog(next))
    expect([...next.$known.get().attempts]).toEqual([...whole.attempts])
    expect(await wholeLog(next)).toHaveLength(1001)
    expect(next.$health.get()).toEqual({ type: 'whole' })
  })
  test('a view that is broken, of another version or of another log is passed over', async () => {
    const { name, page } = await longLog(400)
    const whole = encodeView({ key: 400, count: 399, unreadable: 0, known: NOTHING })
    for (const broken of [
      '',
      '{',
      whole,
      whole.replace(/"v":\d/, '"v":0'),
      encodeView({ key: 400, count: 400.5, unreadable: 0, known: NOTHING })
    ]) {
      await openDisk(name).keepView(broken)
      const next = page()
      await next.ready
      expect(next.$known.get().attempts.get('t')?.drafts.size).toBe(20)
      expect(next.$health.get()).toEqual({ type: 'whole' })
    }
  })
  test('erasing the record erases it too', async () => {
    const { name, page } = await longLog(400)
    await erase(page())
    expect(await openDisk(name).readView()).toBeUndefined()
  })
})
