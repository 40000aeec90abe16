/** Planned calls as events for a calendar. */
import { fill } from '../lang/text.ts'
import { tellDay } from './calendarDay.ts'
import type { DayEvent } from './calendarFile.ts'
import type { Planned } from './followUp.ts'
import type { FollowUpWords } from './followUpWords.ts'

/** One all-day event on the last day in time. The UID stays with the guest, so that a second import changes the first. */
export function eventsOf(planned: readonly Planned[], words: FollowUpWords, locale: string): DayEvent[] {
  return planned.map(({ followUp: { id, guest, kind, note, changed }, checkOut, due }) => ({
    uid: `${id}@follow-up.service-handbook`,
    day: due,
    title: fill(words.eventTitle, { guest }),
    text: [fill(words.eventText, { kind: words.kinds[kind], day: tellDay(checkOut, locale, { dateStyle: 'medium' }) }), note]
      .filter(line => line !== '')
      .join('\n'),
    changed
  }))
}
