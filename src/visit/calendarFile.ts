/**
 * Days with something to do as a calendar file (RFC 5545). Events last a whole day and have no time zone; who imports a
 * file again gets the same events, because each keeps its UID.
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

function eventLines({ uid, day, title, text, changed }: DayEvent, now: number): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${moment(now)}`,
    `LAST-MODIFIED:${moment(changed)}`,
    `DTSTART;VALUE=DATE:${date(day)}`,
    // The end of a day is the beginning of the next.
    `DTEND;VALUE=DATE:${date(addDays(day, 1))}`,
    `SUMMARY:${escapeText(title)}`,
    ...(text === '' ? [] : [`DESCRIPTION:${escapeText(text)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT'
  ]
}

/** `now`: when the file is made, epoch milliseconds. */
export function calendarFile(events: readonly DayEvent[], now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Service Handbook//Follow-up planner//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap(event => eventLines(event, now)),
    'END:VCALENDAR'
  ]
  return lines.map(line => `${fold(line)}\r\n`).join('')
}
