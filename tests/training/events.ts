/** Builds logs for the tests: `at` rises by a second for each event. */
import type { Happened, LogEvent } from '../../src/training/event.ts'

export function logOf(...happened: readonly Happened[]): LogEvent[] {
  return happened.map((event, index) => ({
    ...event,
    v: 1,
    id: `e${index}`,
    at: 1_800_000_000_000 + index * 1000,
    zone: 480,
    device: 'd1'
  }))
}

export function started(
  attempt: string,
  module = 'speech',
  questions: readonly string[] = ['q1', 'q2'],
  behaviour: 'practice' | 'check' = 'check'
): Happened {
  const items = questions.map(question => ({ question, revision: 1, choices: ['a', 'b', 'c'] }))
  return {
    type: 'started',
    attempt,
    behaviour,
    module,
    page: behaviour === 'check' ? 'check' : 'speech/tenets',
    draw: { generator: 'sfc32@1', seed: 's', items }
  }
}
export function chose(attempt: string, question: string, ...response: string[]): Happened {
  return { type: 'chose', attempt, question, response }
}
export function answered(attempt: string, question: string, earned: number, turn = 1): Happened {
  return { type: 'answered', attempt, question, revision: 1, try: turn, response: [earned ? 'a' : 'b'], earned, possible: 1 }
}
export function finished(attempt: string, percent: number, pass = 80): Happened {
  return { type: 'finished', attempt, percent, pass }
}
