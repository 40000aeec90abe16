// @vitest-environment happy-dom
/** What comes back from a backup stands on home's list, whether or not the page of assignments is opened. */
import { beforeEach, expect, test, vi } from 'vitest'
import { readSetting } from '../../src/device/settings.store.ts'
import { encodeAssignment } from '../../src/training/assignment.ts'
import { toBase64url } from '../../src/training/bytes.ts'
import type { Enrolment } from '../../src/training/enrolment.ts'
import { indexAssigned } from '../../src/training/indexing.store.ts'
import { decodeTasks, TASKS } from '../../src/training/tasks.ts'
import { TWELVE } from './assignments.ts'

const enrolment = (staff: string, title: string): Enrolment => ({
  id: `0123456789abcdef ${staff}`,
  code: toBase64url(encodeAssignment({ ...TWELVE, title })),
  hash: '0123456789abcdef',
  staff,
  name: '欧阳慧',
  accepted: 1,
  seeds: 'seeds.',
  receipts: []
})
const [FIRST = 0] = TWELVE.modules
const course = { modules: [{ id: 'speech', code: FIRST, pass: 80 }], rules: [] }

beforeEach(() => localStorage.clear())

test('the list is written from the course, with the modules that this site has', async () => {
  vi.stubGlobal('fetch', async () => Response.json(course))
  await indexAssigned([enrolment('A1', '第一周'), { ...enrolment('B2', 'x'), code: 'AAAA' }], new Map(), '/course.json')
  expect(decodeTasks(readSetting(TASKS))).toMatchObject([{ title: '第一周', staff: 'A1', modules: [{ id: 'speech' }] }])
})

test('without the network the list stays as it was', async () => {
  vi.stubGlobal('fetch', async () => Response.json(course))
  await indexAssigned([enrolment('A1', '第一周')], new Map(), '/course.json')
  const before = readSetting(TASKS)
  for (const answer of [() => Promise.reject(new TypeError('offline')), async () => new Response(null, { status: 404 })]) {
    vi.stubGlobal('fetch', answer)
    await indexAssigned([], new Map(), '/course.json')
    expect(readSetting(TASKS)).toBe(before)
  }
})
