/**
 * All that the log means and pages ask for: the attempts, and what was recovered after a loss. It is worked out event by
 * event, so it can be kept beside the log and opened without reading the log again.
 */
import { type Attempts, furtherAttempts } from './attempt.ts'
import type { Happened, LogEvent } from './event.ts'

type Recovered = Pick<Extract<Happened, { type: 'recovered' }>, 'modules'> & { readonly at: number }

export interface Known {
  readonly attempts: Attempts
  readonly recovered: readonly Recovered[]
}

export const NOTHING: Known = { attempts: new Map(), recovered: [] }

export function further({ attempts, recovered }: Known, events: readonly LogEvent[]): Known {
  const fresh = events.flatMap(event => (event.type === 'recovered' ? [{ at: event.at, modules: event.modules }] : []))
  return { attempts: furtherAttempts(attempts, events), recovered: fresh.length > 0 ? [...recovered, ...fresh] : recovered }
}
