import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Digest, unsealed } from '../../src/device/sealed.ts'
import { encodeAssignment } from '../../src/training/assignment.ts'
import { fromBackup, LARGEST, toBackup } from '../../src/training/backup.ts'
import { toBase64url } from '../../src/training/bytes.ts'
import type { Enrolment } from '../../src/training/enrolment.ts'
import { decodeEvent, FORMAT } from '../../src/training/event.ts'
import { TWELVE } from './assignments.ts'

const digest: Digest = async text => createHash('sha256').update(text).digest('hex')
const LOG = readFileSync(new URL('../archive/record-v1.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .flatMap(line => decodeEvent(JSON.parse(line)) ?? [])
const TAKEN: Enrolment = {
  id: `${'0'.repeat(16)} A1`,
  code: toBase64url(encodeAssignment(TWELVE)),
  hash: '0'.repeat(16),
  staff: 'A1',
  name: '欧阳慧',
  accepted: 1,
  seeds: 's.',
  receipts: []
}

test('a record with assignments comes back whole', async () => {
  expect(LOG.length).toBeGreaterThan(0)
  expect(await fromBackup(await toBackup(LOG, digest, [TAKEN]), digest)).toEqual({ type: 'backup', events: LOG, enrolments: [TAKEN] })
})

test('without assignments the file is the one that it always was, and is read', async () => {
  const text = await toBackup(LOG, digest)
  expect(JSON.parse(text.split('\n')[0] ?? '')).toMatchObject({ v: 1, count: LOG.length })
  expect(await fromBackup(text, digest)).toEqual({ type: 'backup', events: LOG, enrolments: [] })
})

test('a handbook from before says of one with assignments that it is newer', async () => {
  const before = { format: 'service-handbook-record', v: FORMAT, largest: LARGEST }
  expect(await unsealed(await toBackup(LOG, digest, [TAKEN]), before, digest)).toEqual({ type: 'refused', why: 'newer' })
})

test('a line that is neither an answer nor an assignment refuses the whole file', async () => {
  const odd = { ...TAKEN, receipts: 'none' } as unknown as Enrolment
  expect(await fromBackup(await toBackup(LOG, digest, [TAKEN, odd]), digest)).toEqual({ type: 'refused', why: 'not-a-backup' })
})
