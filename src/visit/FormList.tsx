/** All forms that are kept on this device: found, opened, exported, deleted and counted. */
import { useEffect, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill, type Lang } from '../lang/text.ts'
import { Ask } from './Ask.tsx'
import { desk } from './desk.store.ts'
import { FormCounts } from './FormCounts.tsx'
import { FormFind } from './FormFind.tsx'
import { FormLine } from './FormLine.tsx'
import { type Forms, listForms } from './form.store.ts'
import { type Form, withExported } from './form.ts'
import { EVERYTHING, monthsOf, nameOf, newestFirst, seek } from './formList.ts'
import type { FormWords } from './formWords.ts'
import type { Filled } from './paper.ts'
import { zoneAt } from './useZone.ts'

export interface ListProps {
  readonly lang: Lang
  readonly forms: readonly Form[]
  readonly words: Pick<FormWords, 'list' | 'csv'>
  /** Address of the pages where forms are filled in; a form's id and a slash make one. */
  readonly fillIn: string
}

/** Lines that are shown at once. */
const STEP = 20

const kept = listForms(desk)

export function FormList({ lang, forms, words: { list: words, csv }, fillIn }: ListProps) {
  const all = useStore(kept.$forms)
  const [sought, setSought] = useState(EVERYTHING)
  const [shown, setShown] = useState(STEP)
  const [said, setSaid] = useState('')
  const [asked, setAsked] = useState<readonly Filled[]>()
  useEffect(() => {
    // A page that comes back from the browser's memory may have missed a message.
    const again = (event: PageTransitionEvent) => event.persisted && location.reload()
    addEventListener('pageshow', again)
    return () => removeEventListener('pageshow', again)
  }, [])
  // With a key, so that no other paragraph takes its place and seems to jump.
  if (!all)
    return (
      <p key="opening" role="status">
        {words.opening}
      </p>
    )

  const sorted = newestFirst(all.forms.filter(({ form }) => forms.some(({ id }) => id === form)))
  const found = seek(forms, sorted, sought, zoneAt)
  const nameFor = (filled: Filled) => {
    const form = forms.find(({ id }) => id === filled.form)
    return (form && nameOf(form, filled)) || words.nameless
  }
  const remove = async (ids: readonly string[]) => {
    const isDone = await kept.remove(ids)
    setSaid(isDone ? fill(words.removed, { n: ids.length }) : words.removeFailed)
  }
  const exportAll = async () => {
    const [{ fileName }, { download }, { csvFor }, { runsHandedOut }] = await Promise.all([
      import('./formFile.island.ts'),
      import('../device/handOut.island.ts'),
      import('./formCsv.ts'),
      import('./handedOut.store.ts')
    ])
    const text = csvFor(forms, found, { lang, words: csv, zoneAt })
    download(new Blob([text], { type: 'text/csv' }), fileName(`${words.title} ${sought.month}`, 'csv'))
    setSaid(fill(words.csvDone, { n: found.length }))
    // One that was handed out as it is now needs no new date.
    const ids = found.filter(({ exported, changed }) => exported === undefined || exported < changed).map(({ id }) => id)
    const now = Date.now()
    await kept.edit(ids, one => withExported(one, now))
    await runsHandedOut(desk, found, now).catch(() => undefined)
  }
  return (
    <>
      <Faults forms={all} words={words} />
      <div class="ways-on">
        {forms.map(form => (
          <a key={form.id} class="button" href={`${fillIn}${form.id}/`}>
            {fill(words.fillIn, { form: form.title[lang] })}
          </a>
        ))}
      </div>
      {sorted.length === 0 && <p class="hush">{words.none}</p>}
      {sorted.length > 0 && (
        <FormFind
          sought={sought}
          forms={forms}
          months={monthsOf(sorted, zoneAt)}
          lang={lang}
          words={words}
          onSeek={now => {
            setSought(now)
            setShown(STEP)
          }}
        />
      )}
      {sorted.length > 0 && (
        <p role="status" class="hush">
          {found.length === 0 ? words.noneFound : fill(words.found, { n: found.length })} {said}
        </p>
      )}
      <ul class="lines">
        {found.slice(0, shown).map(filled => (
          <FormLine
            key={filled.id}
            form={forms.find(({ id }) => id === filled.form)}
            filled={filled}
            name={nameFor(filled)}
            lang={lang}
            words={words}
            fillIn={fillIn}
            onRemove={() => setAsked([filled])}
          />
        ))}
      </ul>
      <div class="acts-row">
        {found.length > shown && (
          <button type="button" onClick={() => setShown(shown + STEP)}>
            {fill(words.more, { n: Math.min(STEP, found.length - shown) })}
          </button>
        )}
      </div>
      {found.length > 0 && (
        <>
          <div class="acts-row">
            <button type="button" onClick={exportAll}>
              {fill(words.csv, { n: found.length })}
            </button>
            {found.length > 1 && (
              <button type="button" class="danger" onClick={() => setAsked(found)}>
                {fill(words.removeAll, { n: found.length })}
              </button>
            )}
          </div>
          <p class="hush">{words.csvHint}</p>
        </>
      )}
      {sorted.length > 0 && <FormCounts forms={forms} filled={sorted} lang={lang} words={words} />}
      {asked && (
        <Ask
          title={asked.length > 1 ? fill(words.removeAllAsk, { n: asked.length }) : words.removeAsk}
          why={asked.length > 1 ? words.removeAllWhy : fill(words.removeWhy, { name: asked[0] ? nameFor(asked[0]) : '' })}
          yes={words.removeYes}
          no={words.cancel}
          onAnswer={isYes => {
            setAsked(undefined)
            if (isYes) void remove(asked.map(({ id }) => id))
          }}
        />
      )}
    </>
  )
}

function Faults({ forms: { fault, unreadable }, words }: { readonly forms: Forms; readonly words: FormWords['list'] }) {
  return (
    <>
      {fault && (
        <p class="note" role="alert">
          {words[fault]}
        </p>
      )}
      {unreadable > 0 && <p class="note">{fill(words.unreadable, { n: unreadable })}</p>}
    </>
  )
}
