import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  blank,
  limitOf,
  missing,
  rowsOf,
  shortened,
  withExported,
  withField,
  withFields,
  withKind,
  withSignature
} from '../../src/visit/form.ts'
import type { Signature } from '../../src/visit/paper.ts'
import { anyFilled, anySignature, COMPLAINT, FORMS, filledOf, formOf, MORNING, SERVICE } from './forms.ts'

const SIGNED: Signature = { how: 'typed', name: '刘芳', at: MORNING }
const ids = (fields: readonly { id: string }[]) => fields.map(({ id }) => id)

test('what was typed stands in its field, and an emptied field is gone', () => {
  const one = withField(blank('complaint', 'a', 1), 'cause', '空调不制冷', 2)
  expect(one).toMatchObject({ fields: { cause: '空调不制冷' }, created: 1, changed: 2 })
  expect(withField(one, 'cause', '', 3).fields).toEqual({})
})

test('a change that changes nothing gives back the same form', () => {
  const one = filledOf({ fields: { order: '1' } })
  expect(withField(one, 'order', '1', 9)).toBe(one)
  expect(withField(one, 'customer', '', 9)).toBe(one)
})

test('a signed form stays as it was signed, until the signature is taken off', () => {
  fc.assert(
    fc.property(anyFilled, anySignature, fc.string(), (filled, signature, text) => {
      const signed = withSignature(filled, signature, 5)
      expect(withField(signed, 'cause', text, 6)).toBe(signed)
      expect(withSignature(signed, undefined, 7)).not.toHaveProperty('signature')
    })
  )
})

test('a visit fills the fields that are empty, and only those of a form that is not signed', () => {
  const begun = filledOf({ fields: { order: 'GD-9' } })
  expect(withFields(begun, { order: 'GD-018', cause: '导纸轮' }, 7)).toMatchObject({
    fields: { order: 'GD-9', cause: '导纸轮' },
    changed: 7
  })
  expect(withFields(begun, { order: 'GD-018' }, 7)).toBe(begun)
  const signed = withSignature(begun, SIGNED, 5)
  expect(withFields(signed, { cause: '导纸轮' }, 7)).toBe(signed)
})

test('it can be classified and handed out after it was signed, which changes nothing that was signed', () => {
  const signed = withSignature(filledOf({ fields: { order: '1' } }), SIGNED, 5)
  expect(withKind(signed, ' hardware ', 6)).toMatchObject({ kind: 'hardware', signature: SIGNED, fields: { order: '1' } })
  expect(withKind(withKind(signed, 'hardware', 6), ' ', 7)).not.toHaveProperty('kind')
  expect(withExported(signed, 8)).toMatchObject({ exported: 8, changed: 5 })
})

test('of a technical-service form the standard asks for the signature alone, the stamp being on paper', () => {
  expect(ids(missing(SERVICE, filledOf()).standard)).toEqual(['signature'])
  expect(ids(missing(SERVICE, filledOf({ signature: { how: 'declined', reason: '有事先走', at: 1 } })).standard)).toEqual([])
  expect(ids(missing(SERVICE, filledOf({ fields: { order: ' ' } })).advice)).toContain('order')
})

test('of a complaint form it asks for the four that it names', () => {
  const filled = filledOf({ form: 'complaint', fields: { time: '2026-11-27T10:30' } })
  expect(ids(missing(COMPLAINT, filled).standard)).toEqual(['cause', 'received-by', 'result'])
  expect(missing(COMPLAINT, filled).advice).toEqual([])
})

test('short fields share a row in pairs, a long one has its own, and none is left out', () => {
  expect(rowsOf(formOf('complaint').fields).map(ids)).toEqual([['time'], ['cause'], ['received-by'], ['result']])
  expect(rowsOf(SERVICE.fields).map(ids).at(-1)).toEqual(['signature', 'stamp'])
  for (const form of FORMS) expect(rowsOf(form.fields).flat()).toEqual(form.fields)
})

test('each field has a limit, and what is longer is shortened visibly', () => {
  for (const field of SERVICE.fields) expect(limitOf(field)).toBe([60, 60, 200, 400][field.type === 'stamp' ? 1 : (field.lines ?? 1)])
  expect(shortened('张'.repeat(81), 80)).toBe(`${'张'.repeat(79)}…`)
  expect(shortened('张'.repeat(80), 80)).toBe('张'.repeat(80))
})
