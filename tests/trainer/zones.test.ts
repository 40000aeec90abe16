/** A due date is one instant. Who looks at it from where, and on which side of a change of the clocks, makes no difference. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const ZONES = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Europe/Berlin', 'Pacific/Kiritimati']
const folder = mkdtempSync(join(tmpdir(), 'zones-'))
afterAll(() => rmSync(folder, { recursive: true }))

const at = (path: string) => JSON.stringify(new URL(`../../${path}`, import.meta.url).href)
const file = join(folder, 'zones.mjs')
writeFileSync(
  file,
  `
import { assignmentOf } from ${at('src/trainer/draft.ts')}
import { matrixOf } from ${at('src/trainer/matrix.ts')}
import { filesOf, judge } from ${at('src/trainer/verdict.ts')}
import { decodeAssignment, encodeAssignment } from ${at('src/training/assignment.ts')}
import { dueState } from ${at('src/training/enrolment.ts')}
import { bodyOf, decodeReceipt, NO_RECEIPT } from ${at('src/training/receipt.ts')}

const MINUTE = 60_000
const zoneAt = at => -new Date(at).getTimezoneOffset()
const base = { id: '00112233445566ff', zone: 0, revision: '000000000000', modules: [1], mustPass: [], title: 't', by: '', note: '', key: '02' + 'ab'.repeat(32) }

/** All that is said about work that ended then, under an assignment that was due then, looked at later. */
function said(due, ended, now) {
  const read = decodeAssignment(encodeAssignment({ ...base, issued: due - 9e8 - (due % MINUTE), due, zone: Math.round(zoneAt(due) / 15) * 15 }))
  if (read.type !== 'assignment') throw new Error(read.why)
  const { assignment } = read
  const result = { place: 0, percent: 90, passed: true, attempts: 1, best: 1, ended, minutes: 1, results: ['right'] }
  const made = Math.max(ended, due)
  const body = bodyOf({ assignment: '00112233', hash: '8899aabbccddeeff', counter: 1, previous: NO_RECEIPT, made, zone: Math.round(zoneAt(made) / 15) * 15, revision: '000000000000', staff: 'A1', name: 'x', device: '02' + 'cd'.repeat(32), modules: [result] })
  const { receipt } = decodeReceipt(Uint8Array.of(...body, ...new Uint8Array(64)))
  const verdict = judge(receipt, 'seal', { assignments: [{ assignment, hash: '8899aabbccddeeff' }], files: filesOf(), now })
  const [row] = matrixOf(assignment, [], [{ seal: 'seal', receipt, at: now }], now)
  const [none] = matrixOf(assignment, [{ staff: 'B', name: '', team: '' }], [], now)
  return [verdict.type, verdict.told, row.state, row.overdue, none.overdue, dueState(assignment, now), assignment.due]
}

const instants = JSON.parse(process.argv[2])
const walls = JSON.parse(process.argv[3])
const verdicts = instants.flatMap(due => [-60, -1, 0, 1, 60, 1500].flatMap(off => [-49, -47, -1, 0, 1, 25].map(hours => said(due, due + off * MINUTE, due + hours * 60 * MINUTE))))
const around = { id: base.id, key: base.key, revision: base.revision, now: 0, momentOf: wall => new Date(wall).getTime(), zoneAt, codeOf: () => 1 }
const draft = { title: '', by: '', note: '', modules: ['x'], pass: '', attempts: '', mustPass: [], pages: [] }
const typed = walls.map(wall => {
  const { assignment, faults } = assignmentOf({ ...draft, due: wall }, around)
  return [assignment.due, assignment.zone, faults]
})
process.stdout.write(JSON.stringify({ verdicts, typed, zone: zoneAt(instants[0]) }))
`
)

interface Told {
  verdicts: unknown[][]
  typed: [due: number, zone: number, faults: string[]][]
  zone: number
}

function seenFrom(zone: string, instants: readonly number[], walls: readonly string[] = []): Told {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', file, JSON.stringify(instants), JSON.stringify(walls)],
    { encoding: 'utf8', env: { ...process.env, TZ: zone } }
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** Around changes of the clocks in New York and Berlin, a leap day, the turn of a year, and the line where days begin. */
const INSTANTS = [
  '2026-03-08T06:59:00Z',
  '2026-03-08T07:00:00Z',
  '2026-03-29T00:59:00Z',
  '2026-03-29T01:00:00Z',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
  '2026-11-01T05:30:00Z',
  '2026-11-01T06:30:00Z',
  '2026-12-31T10:00:00Z',
  '2028-02-29T23:59:00Z'
].map(text => Date.parse(text))

test('the same work under the same due date is late, done or overdue alike in five zones, over changes of the clocks', () => {
  const [first, ...others] = ZONES.map(zone => seenFrom(zone, INSTANTS))
  expect(first?.verdicts).toHaveLength(INSTANTS.length * 36)
  expect(new Set([first, ...others].map(told => told?.zone)).size).toBe(5)
  for (const told of others) expect(told.verdicts).toEqual(first?.verdicts)
  const late = first?.verdicts.filter(([, told]) => JSON.stringify(told).includes('late')).length
  expect(late).toBe(INSTANTS.length * 18)
})

describe('a due time that is typed is the moment that the trainer’s wall clock shows', () => {
  test.each([
    ['Asia/Shanghai', '2026-12-11T18:00', '2026-12-11T10:00:00.000Z', 480],
    ['UTC', '2026-12-11T18:00', '2026-12-11T18:00:00.000Z', 0],
    ['America/New_York', '2026-10-31T18:00', '2026-10-31T22:00:00.000Z', -240],
    ['America/New_York', '2026-11-01T18:00', '2026-11-01T23:00:00.000Z', -300],
    // An hour that does not exist: the clocks go from two to three.
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30:00.000Z', -240],
    ['Europe/Berlin', '2026-03-28T18:00', '2026-03-28T17:00:00.000Z', 60],
    ['Europe/Berlin', '2026-03-29T18:00', '2026-03-29T16:00:00.000Z', 120],
    ['Pacific/Kiritimati', '2026-12-12T00:30', '2026-12-11T10:30:00.000Z', 840]
  ])('%s %s', (zone, wall, moment, minutes) => {
    const [typed] = seenFrom(zone, [], [wall]).typed
    expect([new Date(typed?.[0] ?? 0).toISOString(), typed?.[1], typed?.[2]]).toEqual([moment, minutes, []])
  })
})
