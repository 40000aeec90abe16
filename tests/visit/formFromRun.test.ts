import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limitOf, onPaperOnly } from '../../src/visit/form.ts'
import { fieldsFrom } from '../../src/visit/formFromRun.ts'
import type { Happening } from '../../src/visit/run.ts'
import { COMPLAINT, runOf, SERVICE, SHANGHAI } from './forms.ts'

test('order number, customer, times and notes of a visit stand where they belong', () => {
  const run = runOf(
    { type: 'done', step: 'check-agreement' },
    { type: 'note', step: 'ask-symptoms', text: ' 一打双面就卡在后盖。 ' },
    { type: 'done', step: 'report' },
    { type: 'note', step: 'report', text: '张主管' },
    { type: 'note', step: 'analyse', text: '导纸轮磨损' },
    { type: 'note', step: 'explain-solution', text: '换导纸轮' },
    { type: 'done', step: 'retest' },
    { type: 'finished' }
  )
  expect(fieldsFrom(SERVICE, run, SHANGHAI)).toEqual({
    order: 'GD-018',
    customer: '市图书馆',
    arrived: '2026-11-27T10:30',
    symptoms: '一打双面就卡在后盖。',
    reported: '张主管',
    'reported-at': '2026-11-27T10:32',
    cause: '导纸轮磨损',
    solution: '换导纸轮',
    'retest-at': '2026-11-27T10:36',
    finished: '2026-11-27T10:37'
  })
})

test('the cause that was explained goes before the one that was guessed at, and the latest note before an earlier', () => {
  const run = runOf(
    { type: 'note', step: 'analyse', text: '可能是主板' },
    { type: 'note', step: 'explain-cause', text: '导纸' },
    { type: 'note', step: 'explain-cause', text: '导纸轮磨损' }
  )
  expect(fieldsFrom(SERVICE, run, SHANGHAI).cause).toBe('导纸轮磨损')
})

test('a step that was skipped, opened again or taken back has no time', () => {
  const done = { type: 'done', step: 'retest' } as const
  const timeOf = (...after: Happening[]) => fieldsFrom(SERVICE, runOf(done, ...after), SHANGHAI)['retest-at']
  expect(timeOf()).toBe('2026-11-27T10:30')
  expect(timeOf({ type: 'open', step: 'retest' })).toBeUndefined()
  expect(timeOf({ type: 'skipped', step: 'retest', reason: '用户走了' })).toBeUndefined()
  expect(timeOf({ type: 'undone', entry: 'e0' })).toBeUndefined()
})

test('a run that was opened again is not finished', () => {
  expect(fieldsFrom(SERVICE, runOf({ type: 'finished' }, { type: 'reopened' }), SHANGHAI).finished).toBeUndefined()
})

test('a note that is too long for its field is cut where one can see it', () => {
  const { symptoms = '' } = fieldsFrom(SERVICE, runOf({ type: 'note', step: 'ask-symptoms', text: '卡'.repeat(2000) }), SHANGHAI)
  expect([...symptoms]).toHaveLength(400)
  expect(symptoms.endsWith('…')).toBe(true)
})

test('a form without a checklist takes nothing', () => {
  expect(fieldsFrom(COMPLAINT, runOf({ type: 'finished' }), SHANGHAI)).toEqual({})
})

test('whatever the notes are, only fields of the form are filled, each within its limit', () => {
  const steps = fc.constantFrom('ask-symptoms', 'report', 'retest', 'nowhere', '__proto__')
  fc.assert(
    fc.property(fc.array(fc.tuple(steps, fc.string({ unit: 'grapheme', maxLength: 500 }))), notes => {
      const fields = fieldsFrom(SERVICE, runOf(...notes.map(([step, text]) => ({ type: 'note', step, text }) as const)), SHANGHAI)
      for (const [id, text] of Object.entries(fields)) {
        const field = SERVICE.fields.find(one => one.id === id)
        expect(field && !onPaperOnly(field) && [...text].length <= limitOf(field)).toBe(true)
      }
    })
  )
})
