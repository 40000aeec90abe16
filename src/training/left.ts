/** What a page left behind in its last moment: an event a line. */
import { decodeEvent, type LogEvent } from './event.ts'

export interface Left {
  readonly events: readonly LogEvent[]
  /** Lines that this version can't read. They stay where they are, as rows do: a newer one may. */
  readonly unread: string
}

function eventIn(line: string): LogEvent | undefined {
  try {
    return decodeEvent(JSON.parse(line))
  } catch {
    return undefined
  }
}

export function leftIn(text: string): Left {
  const lines = text.split('\n').filter(line => line !== '')
  const unread = lines.filter(line => !eventIn(line))
  return { events: lines.flatMap(line => eventIn(line) ?? []), unread: unread.map(line => `${line}\n`).join('') }
}
