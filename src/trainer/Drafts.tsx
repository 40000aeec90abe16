/** Drafts that wait, and templates: opened, begun from, deleted and brought back. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import type { ListsProps } from './AssignLists.tsx'
import { randomId } from './console.store.ts'
import { desk } from './desk.store.ts'
import { type Draft, EMPTY_DRAFT } from './draft.ts'
import type { KeptDraft } from './drafts.ts'
import { GIVING_WORDS } from './givingWords.ts'

export function Drafts({ course: { locale }, draft, current, onOpen }: ListsProps) {
  const words = GIVING_WORDS[locale.startsWith('zh') ? 'zh' : 'en']
  const { drafts } = useStore(desk.$state)
  const [said, setSaid] = useState('')
  const [gone, setGone] = useState<KeptDraft>()
  const undo = useRef<HTMLButtonElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that was pressed is gone with its draft.
  useLayoutEffect(() => {
    if (gone) undo.current?.focus()
  }, [gone])
  const titleOf = (one: Draft) => one.title.trim() || words.untitled
  const trying = (work: () => Promise<void>) => void work().catch(() => setSaid(words.failed))
  const keepTemplate = () =>
    trying(async () => {
      await desk.putDraft({ id: randomId(), kind: 'template', changed: desk.now(), draft: { ...draft, due: '' } })
      setGone(undefined)
      setSaid(fill(words.kept, { title: titleOf(draft) }))
    })
  const drop = (row: KeptDraft) =>
    trying(async () => {
      await desk.dropDraft(row.id)
      if (row.id === current()) onOpen(EMPTY_DRAFT, undefined, true)
      setSaid(fill(words.dropped, { title: titleOf(row.draft) }))
      setGone(row)
    })
  const bringBack = (row: KeptDraft) =>
    trying(async () => {
      await desk.putDraft(row)
      setGone(undefined)
      setSaid(fill(words.back, { title: titleOf(row.draft) }))
      heading.current?.focus()
    })
  const isEmpty = draft.title.trim() === '' && draft.modules.length === 0
  return (
    <section class="drafts">
      <h3 tabIndex={-1} ref={heading}>
        {words.draftsTitle}
      </h3>
      <p>{words.draftsLine}</p>
      <p class="ways">
        <button type="button" onClick={() => onOpen(EMPTY_DRAFT)}>
          {words.fresh}
        </button>
        <button type="button" aria-disabled={isEmpty} onClick={() => !isEmpty && keepTemplate()}>
          {words.toTemplate}
        </button>
      </p>
      <p class="ways">
        <span role="status">{said}</span>
        {gone && (
          <button type="button" ref={undo} onClick={() => bringBack(gone)}>
            {words.undo}
          </button>
        )}
      </p>
      <ul class="entries">
        {drafts.toReversed().map(row => (
          <li key={row.id} data-kind={row.kind}>
            <b>{titleOf(row.draft)}</b>
            <p class="hush">
              {words[row.kind]} · {changedIn(row, words.changed, locale)}
              {row.id === current() && ` · ${words.isOpen}`}
            </p>
            <p class="ways">
              {row.kind === 'draft' ? (
                <button type="button" aria-label={fill(words.openOf, { title: titleOf(row.draft) })} onClick={() => onOpen(row.draft, row)}>
                  {words.open}
                </button>
              ) : (
                <button
                  type="button"
                  aria-label={fill(words.useOf, { title: titleOf(row.draft) })}
                  onClick={() => onOpen({ ...row.draft })}
                >
                  {words.use}
                </button>
              )}
              <button
                type="button"
                aria-label={fill(words.dropOf, { kind: words[row.kind], title: titleOf(row.draft) })}
                onClick={() => drop(row)}
              >
                {words.drop}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function changedIn({ changed, draft }: KeptDraft, text: string, locale: string): string {
  const time = new Date(changed).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return fill(text, { time, n: draft.modules.length })
}
