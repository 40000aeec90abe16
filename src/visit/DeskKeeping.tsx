/** How long photos stay, the desk's backup, and erasing everything. Loaded when it is opened. */
import { useEffect, useState } from 'preact/hooks'
import { digest, download, today } from '../device/handOut.island.ts'
import type { Refusal } from '../device/sealed.ts'
import { fill } from '../lang/text.ts'
import { Dialog } from './Dialog.tsx'
import { desk } from './desk.store.ts'
import { newsFor, papersOn, restorePapers } from './deskBackup.store.ts'
import { BACKED_UP, type DeskBackup, fromDeskBackup, LARGEST, type Papers, toDeskBackup } from './deskBackup.ts'
import { photoRoom, readKeeping, sweep, writeKeeping } from './photo.store.ts'
import { DAYS, type Keeping } from './photo.ts'
import { runs } from './runs.store.ts'
import type { KeepingWords } from './runWords.ts'
import type { VisitPage } from './visit.ts'

const REFUSALS: Readonly<Record<Refusal, keyof KeepingWords>> = {
  'too-large': 'tooLarge',
  'not-a-backup': 'notABackup',
  newer: 'newer',
  incomplete: 'incomplete',
  altered: 'altered'
}

export function DeskKeeping({ page }: { readonly page: VisitPage }) {
  return (
    <div class="keep">
      <Photos page={page} />
      <Backup page={page} />
      <Restore page={page} />
      <Erase page={page} />
    </div>
  )
}

interface Props {
  readonly page: VisitPage
}

async function takeBackup(): Promise<void> {
  const text = await toDeskBackup(await papersOn(desk), digest)
  download(new Blob([text], { type: 'application/json' }), `service-handbook-tools-${today()}.jsonl`)
}

const sizeOf = (bytes: number) => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`)

function Photos({ page: { keeping: words } }: Props) {
  const [keeping, setKeeping] = useState<Keeping>(readKeeping())
  const [room, setRoom] = useState<{ count: number; bytes: number }>()
  const look = () => void photoRoom(desk).then(setRoom)
  useEffect(look, [])
  async function choose(days: Keeping) {
    setKeeping(days)
    writeKeeping(days)
    await sweep(desk, Date.now()).catch(() => 0)
    look()
  }
  return (
    <section aria-label={words.photos}>
      <h3>{words.photos}</h3>
      <fieldset class="days">
        <legend>{words.photosLine}</legend>
        {[...DAYS, 'never' as const].map(days => (
          <label key={days}>
            <input type="radio" name="photo-days" checked={days === keeping} onChange={() => void choose(days)} />
            {days === 'never' ? words.never : days === 1 ? words.day : fill(words.days, { n: days })}
          </label>
        ))}
      </fieldset>
      <p class="hush">{room && (room.count === 0 ? words.noPhotos : fill(words.room, { n: room.count, size: sizeOf(room.bytes) }))}</p>
    </section>
  )
}

function Backup({ page: { keeping: words } }: Props) {
  return (
    <section aria-label={words.backup}>
      <h3>{words.backup}</h3>
      <p>{words.backupLine}</p>
      <button type="button" class="plain" onClick={() => void takeBackup()}>
        {words.backupButton}
      </button>
    </section>
  )
}

/** A character is at most four bytes. A file that can't be read is no backup. */
async function readBackup(file: File): Promise<DeskBackup> {
  if (file.size > LARGEST * 4) return { type: 'refused', why: 'too-large' }
  return fromDeskBackup(await file.text().catch(() => ''), digest)
}

function Restore({ page: { keeping: words } }: Props) {
  const [papers, setPapers] = useState<Papers>()
  const [said, setSaid] = useState('')

  async function look(input: HTMLInputElement) {
    const [file] = input.files ?? []
    setPapers(undefined)
    if (!file) return
    const read = await readBackup(file)
    if (read.type === 'refused') return setSaid(words[REFUSALS[read.why]])
    const news = Object.values(await newsFor(desk, read.papers).catch(() => ({})))
    const sum = (what: 'fresh' | 'later') => news.reduce((total, one) => total + one[what], 0)
    const counts = { runs: read.papers.run.length, forms: read.papers.form.length, calls: read.papers.followUp.length }
    const hasNews = sum('fresh') + sum('later') > 0
    setSaid(hasNews ? fill(words.preview, { ...counts, fresh: sum('fresh'), later: sum('later') }) : words.nothingNew)
    if (hasNews) setPapers(read.papers)
  }
  async function restore(wanted: Papers) {
    setPapers(undefined)
    try {
      await restorePapers(desk, wanted)
      setSaid(words.restored)
    } catch {
      setSaid(words.restoreFailed)
    }
  }
  return (
    <section aria-label={words.restore}>
      <h3>{words.restore}</h3>
      <p>{words.restoreLine}</p>
      <label class="field">
        {words.chooseFile}
        <input type="file" accept=".jsonl,.json,application/json" onChange={event => void look(event.currentTarget)} />
      </label>
      <p role="status">{said}</p>
      {papers && (
        <button type="button" class="primary" onClick={() => void restore(papers)}>
          {words.restoreButton}
        </button>
      )}
    </section>
  )
}

function Erase({ page: { keeping: words } }: Props) {
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>()
  const [said, setSaid] = useState('')
  async function ask() {
    const [run, form, followUp, photo] = await Promise.all(
      ([...BACKED_UP, 'photo'] as const).map(drawer =>
        desk.all(drawer).then(
          all => all.length,
          () => 0
        )
      )
    )
    setCounts({ runs: run ?? 0, forms: form ?? 0, calls: followUp ?? 0, photos: photo ?? 0 })
  }
  async function erase() {
    setSaid((await runs.erase()) ? words.erased : words.eraseFailed)
  }
  return (
    <section aria-label={words.erase}>
      <h3>{words.erase}</h3>
      <p>{words.eraseLine}</p>
      <button type="button" class="danger" onClick={() => void ask()}>
        {words.eraseButton}
      </button>
      <p role="status">{said}</p>
      {counts && (
        <Dialog label={words.eraseAsk} onClose={() => setCounts(undefined)}>
          {close => (
            <>
              <h2>{words.eraseAsk}</h2>
              <p>{fill(words.eraseAskLine, counts)}</p>
              <div class="acts-row">
                <button type="button" class="plain" onClick={() => close()}>
                  {words.cancel}
                </button>
                <button type="button" class="plain" onClick={() => void takeBackup()}>
                  {words.backupFirst}
                </button>
                <button
                  type="button"
                  class="danger"
                  onClick={() => {
                    close()
                    void erase()
                  }}
                >
                  {words.eraseConfirm}
                </button>
              </div>
            </>
          )}
        </Dialog>
      )}
    </section>
  )
}
