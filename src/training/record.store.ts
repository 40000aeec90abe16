/**
 * The learner's record in this browser: what the log means, and whether it is safe.
 *
 * The contract with the page: an event is in memory at once, `$saved` says "saving", and "yes" only when it would
 * survive a crash. If it can't be stored it stays in memory, `$saved` says "no", and the next event tries again.
 *
 * A page that goes away does not live to hear from the disk, and its transaction may die with it: what is not saved then
 * is left in the other storage, which takes it at once, and the next page that opens the record puts it into the log.
 */
import { type DiskFault, faultOf } from '../device/database.store.ts'
import { derived } from '../device/derived.ts'
import { store } from '../device/store.ts'
import type { Disk } from './disk.store.ts'
import { decodeEvent, FORMAT, type Happened, isWord, type LogEvent } from './event.ts'
import { further, type Known, NOTHING } from './known.ts'
import type { Loss } from './lost.ts'
import { progressFrom } from './progress.ts'
import { encodeWitness, NEW_LEARNER } from './witness.ts'

export type Saved = 'yes' | 'saving' | 'no'

/** Whether the log can be trusted. */
export type Health =
  | { readonly type: 'opening' | 'whole' }
  /** Nothing is kept after this page is closed, and why. */
  | { readonly type: 'unsaved'; readonly fault: DiskFault | 'slow' }
  /** The log had fewer events than the witness saw, and the learner has not decided what to do. */
  | ({ readonly type: 'lost' } & Loss)

export interface Ports {
  readonly disk: Disk
  /** The other storage, for the witness; undefined where it is blocked. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined
  readonly channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | undefined
  /** Names of the three entries in `storage`. */
  readonly names: { readonly witness: string; readonly device: string; readonly left: string }
  now(): number
  /** Minutes east of UTC. */
  zone(): number
  /** A new random word of letters and digits. */
  word(): string
}

/** How long an open may take before the learner is told that nothing is kept, in milliseconds. */
const PATIENCE = 3000

/** Rows that are read again at each opening before the view is kept anew. */
const KEEP_AFTER = 300

export type LearnerRecord = ReturnType<typeof openRecord>

export function openRecord(ports: Ports) {
  const $known = store<Known>(NOTHING)
  const $progress = derived($known, progressFrom)
  const $saved = store<Saved>('yes')
  const $health = store<Health>({ type: 'opening' })
  /** Rows that this version can't read. They stay where they are. */
  const $unreadable = store(0)

  /** Ids of the events that this page has seen one by one. */
  const seen = new Set<string>()
  /** Events that this page has added. */
  let own: LogEvent[] = []
  let pending: LogEvent[] = []
  let lastKey = 0
  /** Rows on disk up to `lastKey`, and those of them that the kept view does not know. */
  let rowsRead = 0
  let rowsNew = 0
  let queue: Promise<unknown> = Promise.resolve()
  let isLeaving = false

  function see(events: readonly LogEvent[]): void {
    const fresh = events.filter(event => !seen.has(event.id))
    for (const event of fresh) seen.add(event.id)
    if (fresh.length > 0) $known.set(further($known.get(), fresh))
  }

  /** Takes up what an earlier page has kept of the log, if it is still about this log. */
  async function takeView(): Promise<void> {
    const kept = await ports.disk.readView()
    if (kept === undefined) return
    const view = await import('./keptView.ts').then(({ decodeView }) => decodeView(kept)).catch(() => undefined)
    if (!view || view.count !== (await ports.disk.countTo(view.key))) return
    // Events that were added before the log was open come after it.
    $known.set(further(view.known, own))
    lastKey = view.key
    rowsRead = view.count
    $unreadable.set(view.unreadable)
  }

  function keepView(): void {
    if (rowsNew < KEEP_AFTER || own.length > 0) return
    rowsNew = 0
    const view = { key: lastKey, count: rowsRead, unreadable: $unreadable.get(), known: $known.get() }
    void import('./keptView.ts').then(({ encodeView }) => ports.disk.keepView(encodeView(view))).catch(() => undefined)
  }

  async function readNew(): Promise<void> {
    const rows = await ports.disk.readAfter(lastKey)
    const events = rows.map(row => decodeEvent(row.value))
    lastKey = rows.at(-1)?.key ?? lastKey
    rowsRead += rows.length
    rowsNew += rows.length
    $unreadable.set($unreadable.get() + events.filter(event => event === undefined).length)
    see(events.filter(event => event !== undefined))
  }

  function storageTry<T>(work: (storage: NonNullable<Ports['storage']>) => T): T | undefined {
    try {
      return ports.storage && work(ports.storage)
    } catch {
      return undefined // full or blocked: the log itself is the record, this is only its second copy
    }
  }

  /** What the witness knows, if it has seen more events than there are, now or on an earlier page. */
  async function lossFound(): Promise<Loss | undefined> {
    const stored = storageTry(storage => storage.getItem(ports.names.witness)) ?? null
    const { count, lost } = storageTry(() => JSON.parse(stored ?? '')) ?? {}
    if (!(count > rowsRead || lost)) return undefined
    return import('./lost.ts').then(
      ({ lossIn }) => lossIn(stored, rowsRead, text => storageTry(storage => storage.setItem(ports.names.witness, text))),
      () => ({ lost: lost || count - rowsRead, witness: { ...NEW_LEARNER, count } })
    )
  }

  function keepWitness(count: number): void {
    storageTry(storage => storage.setItem(ports.names.witness, encodeWitness({ count, progress: $progress.get() })))
  }

  /** Adds to what pages left behind, an event a line. What is saved after all is there twice until the next page opens. */
  function leave(events: readonly LogEvent[]): void {
    const lines = events.map(event => `${JSON.stringify(event)}\n`).join('')
    if (isLeaving && lines) storageTry(storage => storage.setItem(ports.names.left, (storage.getItem(ports.names.left) ?? '') + lines))
  }

  /** Into the log before it is read: an event that got there after all is not added again. */
  async function takeLeft(): Promise<void> {
    const text = storageTry(storage => storage.getItem(ports.names.left))
    if (!text) return
    const { events, unread } = (await import('./left.ts')).leftIn(text)
    try {
      await ports.disk.append(events)
      storageTry(storage => {
        if (storage.getItem(ports.names.left) !== text) return
        if (unread) storage.setItem(ports.names.left, unread)
        else storage.removeItem(ports.names.left)
      })
    } catch {
      void take(events)
    }
  }

  const kept = storageTry(storage => storage.getItem(ports.names.device))
  const device = isWord(kept) ? kept : ports.word()
  storageTry(storage => storage.setItem(ports.names.device, device))

  function stamped(happened: Happened): LogEvent {
    const at = Math.max(0, ports.now()) // a clock before 1970 would make a row that can't be read
    return { ...happened, v: FORMAT, id: `${at.toString(36)}-${ports.word()}`, at, zone: ports.zone(), device }
  }

  /** One after the other, so that events arrive in the order in which they happened. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work, work)
    queue = turn.catch(() => undefined)
    return turn
  }

  async function write(): Promise<void> {
    const batch = pending
    if (batch.length === 0) return
    try {
      const count = await ports.disk.append(batch)
      pending = pending.filter(event => !batch.includes(event))
      if ($health.get().type === 'unsaved') $health.set({ type: 'whole' })
      // A log that was emptied under this page has fewer rows than it read: the witness stays, for the next page to see it.
      if ($health.get().type === 'whole' && count >= rowsRead) keepWitness(count)
      ports.channel?.postMessage('appended')
      if (pending.length === 0) $saved.set('yes')
    } catch (error) {
      $saved.set('no')
      $health.set({ type: 'unsaved', fault: faultOf(error) })
    }
  }

  /** "Saving" is a promise; where the last try failed, "no" stays until one succeeds. */
  function trying(): void {
    $saved.set($health.get().type === 'unsaved' ? 'no' : 'saving')
  }

  /** Adds what happened, in one transaction. Resolves when it is saved or known to be unsaved; never rejects. */
  function append(...happened: readonly Happened[]): Promise<void> {
    return take(happened.map(stamped))
  }

  /** Adds events that were made elsewhere. Resolves as `append` does. */
  function take(events: readonly LogEvent[]): Promise<void> {
    own = [...own, ...events]
    pending = [...pending, ...events]
    see(events)
    if (events.length > 0) trying()
    leave(events)
    return inTurn(write)
  }

  /** Told when the page goes out of sight, for it may never come back, and when it does. */
  function setLeaving(is: boolean): void {
    isLeaving = is
    leave(pending)
  }

  async function open(): Promise<void> {
    const timer = setTimeout(() => {
      if ($health.get().type === 'opening') unsaved('slow')
    }, PATIENCE)
    try {
      await inTurn(() => takeLeft().then(takeView).then(readNew))
      const loss = await lossFound()
      if (loss) $health.set({ type: 'lost', ...loss })
      else {
        $health.set({ type: 'whole' })
        keepWitness(rowsRead)
        keepView()
      }
      if (pending.length > 0) await inTurn(write)
    } catch (error) {
      unsaved(faultOf(error))
    } finally {
      clearTimeout(timer)
    }
  }

  function forget(): void {
    pending = []
    own = []
    seen.clear()
    rowsRead = 0
    rowsNew = 0
    $known.set(NOTHING)
  }

  function unsaved(fault: DiskFault | 'slow'): void {
    $health.set({ type: 'unsaved', fault })
    if (pending.length > 0) $saved.set('no')
  }

  /** Reads what other tabs have written since. */
  function refresh(): Promise<void> {
    return $health.get().type === 'opening' ? Promise.resolve() : inTurn(readNew).catch(() => undefined)
  }

  ports.channel?.addEventListener('message', event => {
    if (event.data === 'appended') void refresh()
    if (event.data === 'erased') forget()
  })

  const ready = open()
  return {
    $known,
    $progress,
    $saved,
    $health,
    $unreadable,
    ready,
    append,
    refresh,
    setLeaving,
    /** For who handles the log as a whole, see `wholeLog.store.ts`: few pages do. */
    whole: { ports, take, inTurn, storageTry, forget, own: () => own }
  }
}
