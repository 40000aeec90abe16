/** Who can have a certificate, what it says, and that the ledger tells of it. */
import { expect, test } from 'vitest'
import { contentsOf, readBackup, restore } from '../../src/trainer/backup.store.ts'
import { type Certifiable, candidatesOf, certificateOf } from '../../src/trainer/certify.ts'
import { fitting, issueCertificates, markCertificate } from '../../src/trainer/certifying.store.ts'
import { digest } from '../../src/trainer/console.store.ts'
import { importReceipts } from '../../src/trainer/importing.store.ts'
import { decodeAllIssued, decodeIssued, foundIn, merged, stateOf } from '../../src/trainer/issued.ts'
import { verify } from '../../src/trainer/ledger.ts'
import type { Cell, Row, RowState } from '../../src/trainer/matrix.ts'
import type { CountedRow, HandedOut } from '../../src/trainer/rows.ts'
import { rowsOf } from '../../src/trainer/rowsOf.ts'
import type { Validity } from '../../src/trainer/validity.ts'
import { decodeCertificate } from '../../src/training/certificate.ts'
import { isGenuine } from '../../src/training/genuine.store.ts'
import { shortHash } from '../../src/training/keys.store.ts'
import { consoleNamed, device, done, freshName, NOW, plan, readyConsole } from './handing.ts'

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

test('whoever’s receipt raises a doubt is held back until the trainer decides; what is merely told of is no doubt', async () => {
  const { one, key } = await readyConsole()
  const handed = await one.handOut(plan(key.hex))
  const people = ['fine', 'late', 'score-differs', 'answers-altered', 'other-draw', 'broken-chain', 'impossible'] as const
  for (const staff of people) {
    const own = await device(handed.hash, key.hex, staff)
    await importReceipts(await own.hand([done(0), done(1)]), one)
  }
  const counted = one.$state
    .get()
    .counted.map(row => ({ ...row, told: people.filter(told => told !== 'fine' && told === row.receipt.staff) }))
  const { ready, doubted } = candidatesOf(handed, rowsOf(handed, [], counted as readonly CountedRow[], NOW, []))
  expect(ready.map(({ row }) => row.staff)).toEqual(people.slice(0, 2))
  expect(doubted.map(({ row }) => row.staff)).toEqual(people.slice(2))
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
  expect(found).toEqual({ ready: [], doubted: [], expired: 0, tooLong: 1 })
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

test('one result that makes no sense keeps nobody else from a certificate', async () => {
  const { key } = await readyConsole()
  const ends = [NOW + 600_000, Number.NaN, NOW + 1e15]
  const all = ends.map((until, at) => certificateOf({ row: row(`A${at}`, 'done', [cell(90), cell(80)]), until }, HANDED, TERMS))
  expect(fitting(all, key).map(({ staff }) => staff)).toEqual(['A0'])
})

async function twoIssued() {
  const { one } = await readyConsole()
  const people = ['A1', 'B2'].map(
    (staff): Certifiable => ({ row: row(staff, 'done', [cell(90), cell(80)], `人${staff}`), until: NOW + 600_000 })
  )
  const signed = await issueCertificates(
    people.map(person => certificateOf(person, HANDED, TERMS)),
    one
  )
  const kept = async (from = one) => decodeAllIssued(await from.readCertificates())
  return { one, signed, kept }
}

test('what is issued is kept, and found by its person or by what stands in it', async () => {
  const { kept } = await twoIssued()
  const rows = await kept()
  expect(foundIn(rows, { staff: ' a1' }).map(({ certificate }) => certificate.name)).toEqual(['人A1'])
  expect(foundIn(rows, { text: '人ｂ' }).map(({ certificate }) => certificate.staff)).toEqual(['B2'])
  expect(foundIn(rows, {})).toHaveLength(2)
})

test('one is marked as withdrawn with a reason, and the mark can be taken back; the ledger tells of both', async () => {
  const { one, kept } = await twoIssued()
  const before = foundIn(await kept(), { staff: 'A1' })[0]
  if (!before) throw new Error('not kept')
  expect([stateOf(before, NOW), stateOf(before, NOW + 600_001)]).toEqual(['valid', 'expired'])
  await markCertificate(before, true, ' 发错了人 ', one)
  const marked = foundIn(await kept(), { staff: 'A1' })[0]
  if (!marked) throw new Error('not kept')
  expect([stateOf(marked, NOW), marked.mark?.why, marked.code]).toEqual(['withdrawn', '发错了人', before.code])
  await markCertificate(marked, false, '', one)
  expect((await kept()).map(row => stateOf(row, NOW))).toEqual(['valid', 'valid'])
  expect(one.$state.get().ledger.map(({ what }) => what)).toEqual(['certified', 'certified', 'withdrawn', 'reinstated'])
})

test('certificates and their marks come back from a backup; what is here stays, and the newer mark counts', async () => {
  const { one, kept } = await twoIssued()
  const plain = await contentsOf(one)
  const [first] = await kept()
  if (!first) throw new Error('not kept')
  await markCertificate(first, true, '发错了人', one)
  const [older, newer] = [await readBackup(plain), await readBackup(await contentsOf(one))]
  const other = consoleNamed(freshName())
  await other.ready
  if (!older || !newer) throw new Error('no backup')
  for (const backup of [newer, older]) {
    await restore(other, backup)
    expect(await kept(other)).toEqual(await kept())
  }
  expect((await kept()).filter(row => stateOf(row, NOW) === 'withdrawn')).toHaveLength(1)
})

test('a backup from before certificates were kept still restores, and one with nonsense in their place loses only that', async () => {
  const { one } = await twoIssued()
  const fields = JSON.parse(await contentsOf(one))
  const { certificates, ...old } = fields
  expect((await readBackup(JSON.stringify(old)))?.certificates).toEqual([])
  const [good, other] = certificates
  const code = `${other.code.slice(0, 40)}A`
  const mixed = [null, 3, { ...other, code }, { ...good, seal: '0'.repeat(16), mark: { at: -1 } }]
  expect((await readBackup(JSON.stringify({ ...fields, certificates: mixed })))?.certificates).toEqual([good])
  expect((await readBackup(JSON.stringify({ ...fields, certificates: 'x' })))?.certificates).toEqual([])
})

test('what was kept is read strictly, and a merge never loses the newer mark', () => {
  for (const bad of [undefined, null, {}, { seal: 'x', code: 'A' }, { seal: '0'.repeat(16), code: 'AAAA' }])
    expect(decodeIssued(bad)).toBeUndefined()
  const row = { seal: '0'.repeat(16), code: 'AAAA', mark: { at: 5, withdrawn: true, why: 'x' } }
  expect(merged(undefined, row)).toEqual(row)
})
