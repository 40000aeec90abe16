/** Runs, forms and follow-ups for the tests, and texts that mean harm. */
import fc from 'fast-check'
import type { Checklist, Filled, FollowUp, Run, RunEntry } from '../../src/visit/paper.ts'

const text = (one: string) => ({ zh: `${one}中`, en: one })

/** Two stages; `b` and `d` are critical. */
export const CHECKLIST: Checklist = {
  id: 'visit',
  title: text('Visit'),
  stages: [
    {
      id: 'first',
      title: text('First'),
      steps: [
        { id: 'a', text: text('Step a') },
        { id: 'b', text: text('Step b'), critical: true }
      ]
    },
    {
      id: 'second',
      title: text('Second'),
      steps: [
        { id: 'c', text: text('Step c') },
        { id: 'd', text: text('Step d'), critical: true }
      ]
    }
  ]
}

export function runOf(id: string, over: Partial<Run> = {}): Run {
  return { v: 1, id, changed: 0, checklist: 'visit', order: `order ${id}`, customer: '', started: 0, entries: [], ...over }
}

export function formOf(id: string, over: Partial<Filled> = {}): Filled {
  return { v: 1, id, changed: 0, form: 'technical-service', created: 0, fields: {}, ...over }
}

export function callOf(id: string, over: Partial<FollowUp> = {}): FollowUp {
  return { v: 1, id, changed: 0, guest: '王', kind: 'member', checkOut: '2026-11-27', note: '', ...over }
}

export const HOSTILE: readonly string[] = [
  '<img src=x onerror="globalThis.harmed = 1">',
  '</script><script>globalThis.harmed = 1</script>',
  '\u202Eevil\u202C שלום عربى',
  'long '.repeat(2000),
  '🧑‍🔧👨‍👩‍👧‍👦🏳️‍🌈',
  'line one\nline two\r\n[✓] Step a\u2028last',
  '=HYPERLINK("http://evil","x")',
  '+1+1',
  '-1',
  '@SUM(A1)',
  '＝1+1',
  '\t=1',
  '"quoted", and; semi',
  '__proto__'
]

const when = fc.integer({ min: 0, max: 50 })
const step = fc.constantFrom('a', 'b', 'c', 'd', 'lost', '__proto__')
const photo = fc.constantFrom('p1', 'p2')

/** Entries as the tools write them and as nobody would: same times, unknown steps, circles of what is taken back. */
export function entries(ids: readonly string[]): fc.Arbitrary<RunEntry[]> {
  const id = fc.constantFrom(...ids)
  const some = fc.oneof(
    fc.record({ type: fc.constant('done' as const), id, at: when, step }),
    fc.record({ type: fc.constant('skipped' as const), id, at: when, step, reason: fc.constantFrom('', ' ', 'late') }),
    fc.record({ type: fc.constant('open' as const), id, at: when, step }),
    fc.record({ type: fc.constant('note' as const), id, at: when, step, text: fc.string({ maxLength: 5 }) }),
    fc.record({ type: fc.constant('photo' as const), id, at: when, step, photo }),
    fc.record({ type: fc.constant('photo-removed' as const), id, at: when, step, photo }),
    fc.record({ type: fc.constant('finished' as const), id, at: when }),
    fc.record({ type: fc.constant('reopened' as const), id, at: when }),
    fc.record({ type: fc.constant('undone' as const), id, at: when, entry: fc.oneof(id, fc.constant('nobody')) })
  )
  return fc.array(some, { maxLength: 25 })
}

export const IDS = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10', 'e11', 'e12']
