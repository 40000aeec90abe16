/** The trainer's keys, and the backup without which nobody can read receipts on another computer. */

import type { RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { download, today } from '../device/handOut.island.ts'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import { fingerprintOf } from '../training/fingerprint.ts'
import type { TrainerKey } from './cabinet.store.ts'
import type { ConsoleCourse } from './consoleCourse.ts'
import type { ConsoleWords } from './consoleWords.ts'
import { desk } from './desk.store.ts'

interface Props {
  readonly course: ConsoleCourse
}

const SHORTEST = 10

/** Runs one thing at a time, and says what became of it. */
function useWork(words: ConsoleWords) {
  const [said, setSaid] = useState('')
  const busy = useRef(false)
  const work = async (job: () => Promise<string>) => {
    if (busy.current) return
    busy.current = true
    setSaid(words.busy)
    setSaid(await job().catch(() => words.failed))
    busy.current = false
  }
  return { said, work }
}

/** Who has just made a key backs it up next, and who has restored one reads what came back. A receipt in the address stays there: it is read once there is a key. */
async function stayHere(): Promise<void> {
  if (location.hash === '#key' || /^#[rs]=/.test(location.hash)) return
  const moved = new Promise<void>(resolve => addEventListener('hashchange', () => resolve(), { once: true }))
  location.hash = 'key'
  await moved
}

export function KeyView({ course }: Props) {
  const { words } = course
  const { keys } = useStore(desk.$state)
  const { said, work } = useWork(words)
  const heading = useRef<HTMLHeadingElement>(null)
  const make = () =>
    work(async () => {
      await stayHere()
      await desk.makeKey()
      heading.current?.focus()
      return ''
    })
  return (
    <section>
      <h2 tabIndex={-1} ref={heading}>
        {keys.length === 0 ? words.firstTitle : words.keysTitle}
      </h2>
      {keys.length === 0 ? (
        <>
          <p>{words.firstLine}</p>
          <p class="ways">
            <button type="button" class="primary" onClick={() => void make()}>
              {words.makeKey}
            </button>
          </p>
        </>
      ) : (
        <>
          <Keys keys={keys} course={course} />
          <Saving words={words} />
        </>
      )}
      <Opening words={words} canCheck={keys.length > 0} />
      {keys.length > 0 && (
        <details>
          <summary>{words.rotateTitle}</summary>
          <p>{words.rotateLine}</p>
          <p class="ways">
            <button type="button" onClick={() => void make()}>
              {words.rotate}
            </button>
          </p>
        </details>
      )}
      <p role="status">{said}</p>
    </section>
  )
}

function Keys({ keys, course: { words, locale } }: { readonly keys: readonly TrainerKey[]; readonly course: ConsoleCourse }) {
  const day = (at: number) => new Date(at).toLocaleDateString(locale, { dateStyle: 'medium' })
  return (
    <ul class="entries">
      {keys.toReversed().map(({ hex, made, backedUp, opensOnly }, index) => (
        <li key={hex}>
          <b>{fill(words.keyMade, { day: day(made) })}</b> <code>{fingerprintOf(hex)}</code>
          <p>{index === 0 ? words.keyInUse : opensOnly ? words.opensOnly : words.keyOld}</p>
          <p>{backedUp ? `✓ ${fill(words.keySafe, { day: day(backedUp) })}` : `! ${words.keyUnsafe}`}</p>
        </li>
      ))}
    </ul>
  )
}

function Saving({ words }: { readonly words: ConsoleWords }) {
  const { said, work } = useWork(words)
  const [pass, setPass] = useState('')
  const [again, setAgain] = useState('')
  const [fault, setFault] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const save = (event: Event) => {
    event.preventDefault()
    const wrong = [...pass].length < SHORTEST ? words.tooShort : pass !== again ? words.passDiffers : ''
    setFault(wrong)
    if (wrong) return first.current?.focus()
    void work(async () => {
      const [{ lock }, { contentsOf }] = await Promise.all([import('./lock.store.ts'), import('./backup.store.ts')])
      const file = await lock(await contentsOf(desk), pass)
      download(new Blob([file], { type: 'text/plain' }), `trainer-${today()}.backup.json`)
      setPass('')
      setAgain('')
      return words.saved
    })
  }
  return (
    <form class="box" onSubmit={save}>
      <h3>{words.saveTitle}</h3>
      <p>{words.saveLine}</p>
      <Passphrase label={words.passphrase} value={pass} set={setPass} isNew field={first} />
      <Passphrase label={words.again} value={again} set={setAgain} isNew />
      <p class="fault" role="alert">
        {fault}
      </p>
      <p class="ways">
        <button type="submit" class="primary">
          {words.save}
        </button>
      </p>
      <p role="status">{said}</p>
    </form>
  )
}

interface PassphraseProps {
  readonly label: string
  readonly value: string
  readonly isNew?: boolean
  readonly field?: RefObject<HTMLInputElement>
  set(value: string): void
}

function Passphrase({ label, value, isNew = false, field, set }: PassphraseProps) {
  return (
    <label>
      {label}
      <input
        ref={field ?? null}
        type="password"
        autocomplete={isNew ? 'new-password' : 'current-password'}
        value={value}
        onInput={event => set(event.currentTarget.value)}
      />
    </label>
  )
}

function Opening({ words, canCheck }: { readonly words: ConsoleWords; readonly canCheck: boolean }) {
  const { said, work } = useWork(words)
  const [pass, setPass] = useState('')
  const file = useRef<HTMLInputElement>(null)

  const opened = async (then: (plain: string) => Promise<string>) => {
    const chosen = file.current?.files?.[0]
    if (!chosen) {
      file.current?.focus()
      return words.noFile
    }
    const { unlock } = await import('./lock.store.ts')
    const read = await unlock(await chosen.text(), pass)
    if (read.type === 'plain') return then(read.plain)
    return { 'not-one': words.unlockNotOne, newer: words.unlockNewer, wrong: words.unlockWrong }[read.why]
  }
  const check = async (plain: string) => {
    const { readBackup } = await import('./backup.store.ts')
    const backup = await readBackup(plain)
    if (!backup) return words.unlockNotOne
    const hexes = backup.keys.map(({ hex }) => hex)
    await desk.markBackedUp(hexes)
    return desk.$state.get().keys.every(({ hex }) => hexes.includes(hex)) ? words.checked : words.lacking
  }
  const restoring = async (plain: string) => {
    const [{ readBackup, restore }, { importReceipts }] = await Promise.all([import('./backup.store.ts'), import('./importing.store.ts')])
    const backup = await readBackup(plain)
    if (!backup) return words.unlockNotOne
    await stayHere()
    await restore(desk, backup)
    const { lines } = await importReceipts(backup.receipts.join('\n'), desk, undefined, backup.past)
    return fill(words.restored, { keys: backup.keys.length, assignments: backup.assignments.length, receipts: lines.length })
  }
  return (
    <form class="box" onSubmit={event => event.preventDefault()}>
      <h3>{canCheck ? words.checkTitle : words.restoreTitle}</h3>
      <p>{canCheck ? words.checkLine : words.restoreLine}</p>
      <label>
        {words.file}
        <input ref={file} type="file" accept=".json,application/json" />
      </label>
      <Passphrase label={words.filePass} value={pass} set={setPass} />
      <p class="ways">
        {canCheck && (
          <button type="submit" class="primary" onClick={() => void work(() => opened(check))}>
            {words.check}
          </button>
        )}
        <button type="button" onClick={() => void work(() => opened(restoring))}>
          {words.restore}
        </button>
      </p>
      <p role="status">{said}</p>
    </form>
  )
}
