/** Who can have a certificate, what it says, and that the ledger tells of it. */
import { expect, test } from 'vitest'
import { type Certifiable, candidatesOf, certificateOf } from '../../src/trainer/certify.ts'
import { issueCertificates } from '../../src/trainer/certifying.store.ts'
import { digest } from '../../src/trainer/console.store.ts'
import { verify } from '../../src/trainer/ledger.ts'
import type { Cell, Row, RowState } from '../../src/trainer/matrix.ts'
import type { HandedOut } from '../../src/trainer/rows.ts'
import type { Validity } from '../../src/trainer/validity.ts'
import { decodeCertificate } from '../../src/training/certificate.ts'
import { isGenuine } from '../../src/training/genuine.store.ts'
import { shortHash } from '../../src/training/keys.store.ts'
import { NOW, plan, readyConsole } from './handing.ts'

const HANDED: HandedOut = { assignment: plan(`02${'11'.repeat(32)}`), hash: '0123456789abcdef', code: '' }
const TERMS = { now: NOW + 59_999, zone: 480, revision: '0123456789ab' }
const cell = (percent: number, validity?: Validity): Cell => ({
  percent,
  passed: true,
  attempts: 1,
  minutes: 9,
  ended: NOW,
  late: false,
  differs: false,
  ...(validity && { validity })
})
const row = (staff: string, state: RowState, cells: Row['cells'], name = staff): Row => ({
  staff,
  name,
  team: '',
  stranger: false,
  state,
  overdue: false,
  cells,
  devices: 1
})

test('whoever has passed all can have one, late or not; nobody else', () => {
  const states: RowState[] = ['done', 'done-late', 'working', 'absent']
  const { ready, expired, tooLong } = candidatesOf(
    HANDED,
    states.map(state => row(state, state, [cell(90), cell(80)]))
  )
  expect(ready.map(({ row }) => row.staff)).toEqual(['done', 'done-late'])
  expect([expired, tooLong]).toEqual([0, 0])
})

test('it ends with the first pass that does; whose pass has ended must pass again', () => {
  const cells = [cell(90, { until: NOW + 5000 }), cell(80, { until: NOW + 4000, standing: 'expiring' })]
  const over = [cell(90, { until: NOW + 5000 }), cell(80, { until: NOW - 1, standing: 'expired' })]
  const found = candidatesOf(HANDED, [row('A1', 'done', cells), row('B2', 'done', over)])
  expect(found.ready.map(({ row, until }) => [row.staff, until])).toEqual([['A1', NOW + 4000]])
  expect(found.expired).toBe(1)
})

test('a name that no certificate can hold is told of before anything is signed', () => {
  const found = candidatesOf(HANDED, [row('A1', 'done', [cell(90), cell(80)], '字'.repeat(41))])
  expect(found).toEqual({ ready: [], expired: 0, tooLong: 1 })
})

test('it says whole minutes and the modules in their order; without a name, the staff number', () => {
  const one: Certifiable = { row: row('A1', 'done', [cell(90), cell(80)], ''), until: NOW + 90_000 }
  const { title, by } = HANDED.assignment
  const said = { zone: 480, revision: TERMS.revision, staff: 'A1', name: 'A1', title, by }
  const modules = [
    { code: 11, percent: 90 },
    { code: 22, percent: 80 }
  ]
  expect(certificateOf(one, HANDED, TERMS)).toEqual({ ...said, modules, issued: NOW, until: NOW + 60_000 })
  expect(certificateOf(one, HANDED, { ...TERMS, until: NOW + 300_000 }).until).toBe(NOW + 300_000)
  expect(certificateOf({ ...one, until: undefined }, HANDED, TERMS).until).toBeUndefined()
})

test('what is issued is genuine, names the console’s key, and stands in the ledger by its hash', async () => {
  const { one, key } = await readyConsole()
  const people = ['A1', 'B2'].map((staff): Certifiable => ({ row: row(staff, 'done', [cell(90), cell(80)]), until: undefined }))
  const issued = await issueCertificates(
    people.map(person => certificateOf(person, HANDED, TERMS)),
    one
  )
  for (const bytes of issued) {
    const read = decodeCertificate(bytes)
    if (read.type === 'refused') throw new Error(read.why)
    expect(await isGenuine(read)).toBe(true)
    expect(read.certificate.key).toBe(key.hex)
  }
  const { ledger } = one.$state.get()
  expect(ledger.map(({ what, of, told }) => [what, of, told])).toEqual([
    ['certified', await shortHash(issued[0] ?? new Uint8Array()), []],
    ['certified', await shortHash(issued[1] ?? new Uint8Array()), []]
  ])
  expect(await verify(ledger, digest)).toEqual({ type: 'whole', entries: 2 })
})
