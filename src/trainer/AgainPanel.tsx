/** Which weak rules are assigned again, with which modules and to whom; one press makes the draft. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import { againOf, draftAgain } from './again.ts'
import { CopyNames } from './CopyNames.tsx'
import { desk } from './desk.store.ts'
import type { KnowProps } from './KnowView.tsx'
import { calledIn, type People } from './people.ts'
import type { Weakness } from './understood.ts'

interface Props extends KnowProps {
  readonly weak: readonly Weakness[]
  readonly people: People
  nameOf(rule: string): string
  onDrop(rule: string): void
  onClose(): void
}

const DAYS = 7
const HOUR = 18

/** The end of work in a week, as a field for date and time has it. */
function dueInDays(): string {
  const now = new Date()
  const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() + DAYS)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(then.getFullYear()).padStart(4, '0')}-${two(then.getMonth() + 1)}-${two(then.getDate())}T${HOUR}:00`
}

export function AgainPanel({ course, know: { words }, weak, people, nameOf, onDrop, onClose }: Props) {
  const { draft, assignments } = useStore(desk.$state)
  const [failed, setFailed] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  // Each rule that is added or left out brings the reader here: what it means stands below.
  useLayoutEffect(() => heading.current?.focus(), [weak.length])
  const again = againOf(
    weak,
    course.modules.map(({ id }) => id)
  )
  const called = calledIn(people, again.people)
  const make = async () => {
    const title = fill(words.againName, { rule: weak.map(({ rule }) => nameOf(rule)).join(words.listMark) })
    try {
      const made = draftAgain(again, title, assignments.at(-1)?.assignment.by ?? '', dueInDays())
      await desk.keepSendTo({ title: made.title, people: called })
      await desk.keepDraft(made)
      location.hash = '#assign'
    } catch {
      setFailed(true)
    }
  }
  const titles = course.modules.filter(({ id }) => again.modules.includes(id)).map(({ title }) => title)
  const lost = draft && (draft.title !== '' || draft.modules.length > 0) ? draft : undefined
  return (
    <div class="box again">
      <h3 tabIndex={-1} ref={heading}>
        {words.againTitle}
      </h3>
      <div>
        <b>{words.againRules}</b>
        <ul class="dropped">
          {weak.map(({ rule }) => (
            <li key={rule}>
              <span>{nameOf(rule)}</span>
              <button type="button" aria-label={fill(words.againDrop, { rule: nameOf(rule) })} onClick={() => onDrop(rule)}>
                ✕
              </button>
            </li>
          ))}
        </ul>
      </div>
      <p>
        <b>{words.againModules}</b> {titles.join(words.listMark)}
      </p>
      <div>
        <CopyNames label={fill(words.againPeople, { n: called.length })} people={called} words={words} />
      </div>
      <p class="hush">{words.againLine}</p>
      {lost && <p class="note">{fill(words.againReplaces, { title: lost.title === '' ? words.againUntitled : lost.title })}</p>}
      <p role="alert" class="fault">
        {failed && words.againFailed}
      </p>
      <p class="ways">
        <button type="button" class="primary" onClick={() => void make()}>
          {words.againDraft}
        </button>
        <button type="button" onClick={onClose}>
          {words.againClose}
        </button>
      </p>
    </div>
  )
}
