/**
 * All that the log means and pages ask for: the attempts, what was acknowledged, and what was recovered after a loss. It is worked out event by
 * event, so it can be kept beside the log and opened without reading the log again.
 */
import { type Acknowledgements, furtherAcknowledged } from './acknowledged.ts'
import { type Attempts, furtherAttempts } from './attempt.ts'
import type { Happened, LogEvent } from './event.ts'

type Recovered = Pick<Extract<Happened, { type: 'recovered' }>, 'modules'> & { readonly at: number }

export interface Known {
  readonly attempts: Attempts
  readonly recovered: readonly Recovered[]
  readonly acknowledged: Acknowledgements
}

export const NOTHING: Known = { attempts: new Map(), recovered: [], acknowledged: new Map() }

export function further({ attempts, recovered, acknowledged }: Known, events: readonly LogEvent[]): Known {
  const fresh = events.flatMap(event => (event.type === 'recovered' ? [{ at: event.at, modules: event.modules }] : []))
  return {
    attempts: furtherAttempts(attempts, events),
    recovered: fresh.length > 0 ? [...recovered, ...fresh] : recovered,
    acknowledged: furtherAcknowledged(acknowledged, events)
  }
}
