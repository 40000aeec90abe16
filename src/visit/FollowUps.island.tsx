/** The follow-up planner: whom to call by when, kept on this device. */

import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { download } from '../device/handOut.island.ts'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import { writeDay } from './calendarDay.ts'
import { calendarFile } from './calendarFile.ts'
import { FollowUpForm } from './FollowUpForm.tsx'
import { type Actions, FollowUpList } from './FollowUpList.tsx'
import { type DueDays, type DueRule, kept, type Plan, type Planned, planOf, withCall } from './followUp.ts'
import { eventsOf } from './followUpEvents.ts'
import { followUps } from './followUps.store.ts'
import type { FollowUpWords } from './followUpWords.ts'
import type { FollowUp } from './paper.ts'
import { useToday } from './useToday.ts'

interface Props {
  readonly words: FollowUpWords
  readonly locale: string
  readonly days: DueDays
  /** What the standard asks of calls within three days. */
  readonly rate: string
  readonly both: string
}

/** Never another one's, also on another device. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('')
}

interface TogetherProps {
  readonly plan: Plan
  readonly open: readonly Planned[]
  readonly words: FollowUpWords
  onCalendar(): void
  onClear(): void
}

function Rates({ plan, words, rate }: Pick<Props, 'words' | 'rate'> & { readonly plan: Plan }) {
  const line = (rule: DueRule, template: string) => {
    const { inTime, of } = kept(plan, rule)
    return of === 0 ? [] : [fill(template, { k: inTime, n: of, rate })]
  }
  const lines = [...line('threeDays', words.rateThree), ...line('nextDay', words.rateNext)]
  return (
    <section>
      <h2>{words.rates}</h2>
      {lines.length === 0 ? <p class="hush">{words.rateNone}</p> : lines.map(text => <p key={text}>{text}</p>)}
    </section>
  )
}

function Lists({ plan, words, locale, ...on }: Pick<Props, 'words' | 'locale'> & Actions & { readonly plan: Plan }) {
  return (
    <>
      {(['overdue', 'today', 'coming'] as const).map(
        part =>
          plan[part].length > 0 && (
            <section key={part} data-part={part}>
              <h2>
                {words[part]} <small>{plan[part].length}</small>
              </h2>
              <FollowUpList planned={plan[part]} words={words} locale={locale} {...on} />
            </section>
          )
      )}
      {plan.called.length > 0 && (
        <details data-part="called">
          <summary>
            {words.called} <small>{plan.called.length}</small>
          </summary>
          <FollowUpList planned={plan.called} words={words} locale={locale} {...on} />
        </details>
      )}
    </>
  )
}

function Together({ plan, open, words, onCalendar, onClear }: TogetherProps) {
  return (
    <div class="keys">
      {open.length > 0 && (
        <button type="button" onClick={onCalendar}>
          {fill(words.calendarAll, { n: open.length })}
        </button>
      )}
      {plan.called.length > 0 && (
        <button type="button" onClick={onClear}>
          {fill(words.removeCalled, { n: plan.called.length })}
        </button>
      )}
    </div>
  )
}

function Planner({ words, locale, days, rate, both }: Props) {
  const { all, fault, unreadable, canUndo } = useStore(followUps.$shown)
  const today = useToday()
  const [edited, setEdited] = useState<FollowUp | undefined>()
  const [told, setTold] = useState('')
  const [isOpen, setOpen] = useState<boolean | undefined>()
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => followUps.follow(), [])

  /** Says what was done, or why it wasn't. The button that did it may be gone: focus goes to where it is told. */
  const tell = (isDone: boolean, saying: string) => {
    const { fault } = followUps.$shown.get()
    setTold(isDone ? saying : fill(words.notSaved, { why: words.faults[fault ?? 'blocked'] }))
    return isDone
  }
  const leaving = async (work: Promise<boolean>, saying: string) => {
    if (tell(await work, saying)) bar.current?.focus()
  }
  const save = async (filled: Pick<FollowUp, 'guest' | 'kind' | 'checkOut' | 'note'>) => {
    const { called } = edited ?? {}
    const one = { v: 1 as const, id: edited?.id ?? newId(), changed: Date.now(), ...filled, ...(called && { called }) }
    const isSaved = tell(await followUps.save(one), words.saved)
    if (isSaved && edited) {
      setEdited(undefined)
      setOpen(false)
      bar.current?.focus()
    }
    return isSaved
  }
  const toCalendar = (planned: readonly Planned[]) => {
    const calendar = calendarFile(eventsOf(planned, words, locale), Date.now())
    download(new Blob([calendar], { type: 'text/calendar;charset=utf-8' }), `${words.fileName}-${writeDay(today)}.ics`)
    setTold(words.fileMade)
  }
  const actions: Actions = {
    onCall: ({ followUp }, isCalled) =>
      void leaving(
        followUps.save(withCall(followUp, isCalled ? today : undefined, Date.now())),
        fill(isCalled ? words.savedCalled : words.savedNotCalled, { guest: followUp.guest })
      ),
    onEdit: ({ followUp }) => setEdited(followUp),
    onRemove: ({ followUp }) => void leaving(followUps.remove([followUp.id]), fill(words.removed, { n: 1 })),
    onCalendar: one => toCalendar([one])
  }

  const clear = () => {
    const called = planOf(all ?? [], today, days).called.map(({ followUp }) => followUp.id)
    void leaving(followUps.remove(called), fill(words.removed, { n: called.length }))
  }
  const cancel = () => {
    setEdited(undefined)
    setOpen(false)
    bar.current?.focus()
  }

  if (all === undefined) return <p role="status">{words.loading}</p>
  const plan = planOf(all, today, days)
  const open = [...plan.overdue, ...plan.today, ...plan.coming]
  return (
    <>
      <details
        class="add card"
        open={edited !== undefined || (isOpen ?? all.length === 0)}
        onToggle={event => setOpen(event.currentTarget.open)}
      >
        <summary>{edited ? fill(words.edit, { guest: edited.guest }) : words.add}</summary>
        <FollowUpForm key={edited?.id ?? 'new'} {...{ words, locale, days, today, edited, both }} onSave={save} onCancel={cancel} />
      </details>
      <div class="bar" ref={bar} tabIndex={-1} data-fault={fault}>
        <p role="status">{told || (fault ? fill(words.notRead, { why: words.faults[fault] }) : all.length === 0 ? words.empty : '')}</p>
        {canUndo && (
          <button type="button" onClick={() => void leaving(followUps.undo(), words.undone)}>
            {words.undo}
          </button>
        )}
      </div>
      {unreadable > 0 && <p class="note">{fill(words.unreadable, { n: unreadable })}</p>}
      <Lists plan={plan} words={words} locale={locale} {...actions} />
      <Together plan={plan} open={open} words={words} onCalendar={() => toCalendar(open)} onClear={clear} />
      {all.length > 0 && <Rates plan={plan} words={words} rate={rate} />}
    </>
  )
}

for (const place of document.querySelectorAll<HTMLElement>('[data-tool]')) {
  place.dataset.awake = ''
  render(<Planner {...JSON.parse(place.dataset.props ?? '{}')} />, place)
}
