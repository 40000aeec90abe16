/** Guests to be called, in one part of the list. */
import { fill } from '../lang/text.ts'
import { daysBetween, tellDay } from './calendarDay.ts'
import type { Planned } from './followUp.ts'
import type { FollowUpWords } from './followUpWords.ts'

export interface Actions {
  onCall(planned: Planned, isCalled: boolean): void
  onEdit(planned: Planned): void
  onRemove(planned: Planned): void
  onCalendar(planned: Planned): void
}

interface Props extends Actions {
  readonly words: FollowUpWords
  readonly locale: string
  readonly planned: readonly Planned[]
}

function standing({ left, called, due }: Planned, words: FollowUpWords, tell: (day: Planned['due']) => string): string {
  if (called) {
    const late = daysBetween(due, called)
    return fill(late > 0 ? words.calledLate : words.calledOn, { day: tell(called), n: late })
  }
  if (left < 0) return fill(words.late, { n: -left })
  return left === 0 ? words.dueToday : left === 1 ? words.dueTomorrow : fill(words.dueIn, { n: left })
}

function Item({ words, locale, one, ...on }: Omit<Props, 'planned'> & { readonly one: Planned }) {
  const { followUp, checkOut, due, called } = one
  const tell = (day: Planned['due']) => tellDay(day, locale, { month: 'short', day: 'numeric', weekday: 'short' })
  const named = (action: string) => ({ 'aria-label': fill(words.markOf, { action, guest: followUp.guest }) })
  return (
    <li data-id={followUp.id}>
      <p>
        <b>{followUp.guest}</b> <span class="chip">{words.kinds[followUp.kind]}</span>
      </p>
      <p class="hush">
        <b class="standing">{standing(one, words, tell)}</b> · {fill(words.dueOn, { day: tell(due) })} ·{' '}
        {fill(words.left, { day: tell(checkOut) })}
      </p>
      {followUp.note !== '' && <p class="written">{followUp.note}</p>}
      <div class="keys">
        <button
          type="button"
          class={called ? '' : 'main'}
          {...named(called ? words.notCalled : words.markCalled)}
          onClick={() => on.onCall(one, !called)}
        >
          {called ? words.notCalled : `✓ ${words.markCalled}`}
        </button>
        {!called && (
          <button type="button" {...named(words.calendar)} onClick={() => on.onCalendar(one)}>
            {words.calendar}
          </button>
        )}
        <button type="button" {...named(words.editOne)} onClick={() => on.onEdit(one)}>
          {words.editOne}
        </button>
        <button type="button" {...named(words.remove)} onClick={() => on.onRemove(one)}>
          {words.remove}
        </button>
      </div>
    </li>
  )
}

export function FollowUpList({ planned, ...rest }: Props) {
  return (
    <ul class="calls card">
      {planned.map(one => (
        <Item key={one.followUp.id} one={one} {...rest} />
      ))}
    </ul>
  )
}
