/** The list of who should do it: pasted or a file, with a look at how its columns are read before it is kept. */
import { useRef, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import type { ConsoleCourse } from './consoleCourse.ts'
import { desk } from './desk.store.ts'
import { type Read, RosterPreview, readingOf, sheetIn } from './RosterPreview.tsx'
import { rosterOf } from './roster.ts'
import { ROSTER_WORDS } from './rosterWords.ts'
import type { Encoding } from './tableText.store.ts'

export interface PeopleProps {
  readonly course: ConsoleCourse
  /** What is shown above has the focus next. */
  onKept(): void
}

export function PeopleDesk({ course: { words, locale }, onKept }: PeopleProps) {
  const own = ROSTER_WORDS[locale.startsWith('zh') ? 'zh' : 'en']
  const { roster } = useStore(desk.$state)
  const [pasted, setPasted] = useState('')
  const [read, setRead] = useState<Read>()
  const [said, setSaid] = useState('')
  const [over, setOver] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  /** What was read last, for another code of its letters. */
  const last = useRef<File>()
  const turn = useRef(0)

  const readFile = async (file: File, encoding?: Encoding) => {
    const mine = ++turn.current
    last.current = file
    setSaid(own.reading)
    try {
      const { LARGEST_FILE, readTableFile } = await import('./tableFile.store.ts')
      // One that is too large is not taken into memory.
      const bytes = file.size > LARGEST_FILE ? undefined : new Uint8Array(await file.arrayBuffer())
      const table = bytes ? await readTableFile(bytes, encoding) : ({ type: 'refused', why: 'too-large' } as const)
      if (mine !== turn.current) return
      setSaid(table.type === 'refused' ? own.refused[table.why] : '')
      // A code that does not fit leaves what was read before.
      if (table.type === 'table') setRead(readingOf(table, file.name))
      else if (!encoding) setRead(undefined)
    } catch {
      setSaid(words.failed)
    }
  }
  const readPasted = async () => {
    turn.current++
    try {
      const { sheetOfText } = await import('./tableFile.store.ts')
      setRead(readingOf({ type: 'table', sheets: [sheetOfText(pasted)] }, ''))
      setSaid('')
    } catch {
      setSaid(words.failed)
    }
  }
  const submit = (event: Event) => {
    event.preventDefault()
    const chosen = field.current?.files?.[0]
    void (pasted.trim() === '' && chosen ? readFile(chosen) : readPasted())
  }
  const follow = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer?.files[0]
    if (file) void readFile(file)
    else setPasted(event.dataTransfer?.getData('text/plain') ?? '')
  }
  const keep = async () => {
    if (!read) return
    const { people } = rosterOf(sheetIn(read).rows, read.mapping, read.heads)
    try {
      await desk.keepRoster(people)
      setSaid(fill(words.peopleKept, { n: people.length }))
      setRead(undefined)
      setPasted('')
      if (field.current) field.current.value = ''
      onKept()
    } catch {
      setSaid(words.failed)
    }
  }
  return (
    <>
      <p>{roster.length === 0 ? words.peopleNone : fill(words.peopleNow, { n: roster.length })}</p>
      <form
        class="box"
        data-over={over}
        onSubmit={submit}
        onDragEnter={follow}
        onDragOver={follow}
        onDragLeave={event => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
        }}
        onDrop={drop}
      >
        <p>{words.peopleLine}</p>
        <label>
          {words.peoplePaste}
          <textarea rows={5} value={pasted} spellcheck={false} onInput={event => setPasted(event.currentTarget.value)} />
        </label>
        <label>
          {own.file}
          <input
            ref={field}
            type="file"
            accept=".xlsx,.xlsm,.csv,.tsv,.txt,.xls,.numbers,.ods,text/csv"
            onChange={event => {
              const chosen = event.currentTarget.files?.[0]
              if (chosen) void readFile(chosen)
            }}
          />
        </label>
        <p class="drop">{over ? own.dropNow : own.drop}</p>
        <p class="ways">
          <button type="submit" class={read ? '' : 'primary'}>
            {words.peopleRead}
          </button>
        </p>
        <p role="status">{said}</p>
      </form>
      {read && (
        <RosterPreview
          read={read}
          words={words}
          own={own}
          onChange={setRead}
          onEncoding={encoding => last.current && void readFile(last.current, encoding)}
          onKeep={() => void keep()}
        />
      )}
    </>
  )
}
