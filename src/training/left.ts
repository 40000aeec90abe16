/** What a page left behind in its last moment: an event a line. */
import { decodeEvent, type LogEvent } from './event.ts'

/** Lines that hold no event are passed over. */
export function eventsIn(text: string): LogEvent[] {
  return text.split('\n').flatMap(line => {
    try {
      return decodeEvent(JSON.parse(line)) ?? []
    } catch {
      return []
    }
  })
}
