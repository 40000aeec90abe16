/**
 * Days with something to do, and moments by which something must be done, as a calendar file (RFC 5545). A day lasts whole
 * and has no time zone; a moment is written in UTC, so that every calendar shows it by its own clock. Who imports a file
 * again gets the same events, because each keeps its UID.
 */
import { addDays, type CalendarDay, writeDay } from './calendarDay.ts'

export interface DayEvent {
  /** Never another event's, also in other files. */
  readonly uid: string
  readonly day: CalendarDay
  readonly title: string
  readonly text: string
  /** When it was last changed, epoch milliseconds. */
  readonly changed: number
}

export interface MomentEvent extends Omit<DayEvent, 'day'> {
  /** Epoch milliseconds. */
  readonly at: number
  /** When the calendar reminds: minutes before, each once. */
  readonly alarms: readonly number[]
}

/** Of each character the octets in UTF-8. */
function octets(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Lines of at most 75 octets, the line break not counted; no character is cut (3.1). */
export function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const sign of line) {
    const own = octets(sign)
    if (size + own > 75) {
      parts.push(part)
      // The space that begins a line that goes on counts.
      part = ' '
      size = 1
    }
    part += sign
    size += own
  }
  return [...parts, part].join('\r\n')
}

/** Text of a value (3.3.11). Control characters other than line breaks and tabs may not stand in one. */
export function escapeText(text: string): string {
  return text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, sign => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

/** A moment in UTC, as in 20261127T201500Z. */
function moment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

const date = (day: CalendarDay) => writeDay(day).replaceAll('-', '')

function timeLines(event: DayEvent | MomentEvent): string[] {
  // One that begins at a moment and has no end takes no time of the day.
  if ('at' in event) return [`DTSTART:${moment(event.at)}`]
  // The end of a day is the beginning of the next.
  return [`DTSTART;VALUE=DATE:${date(event.day)}`, `DTEND;VALUE=DATE:${date(addDays(event.day, 1))}`]
}

function alarmLines(title: string, minutes: number): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escapeText(title)}`, `TRIGGER:-PT${minutes}M`, 'END:VALARM']
}

function eventLines(event: DayEvent | MomentEvent, now: number): string[] {
  const { uid, title, text, changed } = event
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${moment(now)}`,
    `LAST-MODIFIED:${moment(changed)}`,
    ...timeLines(event),
    `SUMMARY:${escapeText(title)}`,
    ...(text === '' ? [] : [`DESCRIPTION:${escapeText(text)}`]),
    'TRANSP:TRANSPARENT',
    ...('at' in event ? event.alarms.flatMap(minutes => alarmLines(title, minutes)) : []),
    'END:VEVENT'
  ]
}

/** `now`: when the file is made, epoch milliseconds. `product`: what of the handbook made it. */
export function calendarFile(events: readonly (DayEvent | MomentEvent)[], now: number, product = 'Follow-up planner'): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Service Handbook//${product}//EN`,
    'CALSCALE:GREGORIAN',
    ...events.flatMap(event => eventLines(event, now)),
    'END:VCALENDAR'
  ]
  return lines.map(line => `${fold(line)}\r\n`).join('')
}
