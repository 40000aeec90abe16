import { expect, test } from 'vitest'
import { encodeAssignment, MOST_MODULES } from '../../src/training/assignment.ts'
import { toDigits } from '../../src/training/bytes.ts'
import { assignmentQr } from '../../src/training/qr.store.ts'
import { TWELVE } from './assignments.ts'

const ADDRESS = 'https://handbook.example.com/zh/assigned/'
const qr = (modules: number, note = '') =>
  assignmentQr(ADDRESS, toDigits(encodeAssignment({ ...TWELVE, note, modules: Array.from({ length: modules }, (_, at) => at + 1) })))

test('twelve modules fit a QR code of version 11', () => {
  expect(qr(12)?.version).toBeLessThanOrEqual(11)
})

test('forty modules fit one as well; what does not is told instead of drawn', () => {
  expect(qr(MOST_MODULES)?.version).toBeLessThanOrEqual(15)
  expect(qr(MOST_MODULES, 'n'.repeat(200))).toBeUndefined()
})
