/** The handbook's own forms, and samples of filled ones. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { formsFile } from '../../src/authoring/schema.ts'
import type { Form } from '../../src/visit/form.ts'
import type { Filled, Run, RunEntry } from '../../src/visit/paper.ts'
import type { Happening } from '../../src/visit/run.ts'

export const FORMS: readonly Form[] = formsFile.parse(parse(readFileSync('content/forms.yaml', 'utf8')))

export function formOf(id: string): Form {
  const form = FORMS.find(one => one.id === id)
  if (!form) throw new Error(`There is no form ${id}`)
  return form
}
export const SERVICE = formOf('technical-service')
export const COMPLAINT = formOf('complaint')

/** 27 November 2026, 10:30 in Shanghai. */
export const MORNING = Date.UTC(2026, 10, 27, 2, 30)
export const SHANGHAI = () => 480

export function filledOf(over: Partial<Filled> = {}): Filled {
  return { v: 1, id: 'a', form: SERVICE.id, created: MORNING, changed: MORNING, fields: {}, ...over }
}

/** A run in which this happened, a minute apart. */
export function runOf(...happened: readonly Happening[]): Run {
  const entries = happened.map((entry, index) => ({ ...entry, id: `e${index}`, at: MORNING + index * 60_000 }) as RunEntry)
  return { v: 1, id: 'r', changed: MORNING, checklist: 'visit', order: 'GD-018', customer: '市图书馆', started: MORNING, entries }
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", '1', '张', '＝'), maxLength: 12 })
)
const unit = fc.double({ min: 0, max: 1, noNaN: true })
const at = fc.integer({ min: 0, max: 4e12 })
const point: fc.Arbitrary<[number, number]> = fc.tuple(unit, unit)
const strokes = fc.array(fc.array(point, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 6 })
export const anySignature = fc.oneof(
  fc.record({ how: fc.constant('drawn' as const), strokes, at }),
  fc.record({ how: fc.constant('typed' as const), name: text.filter(name => name !== ''), at }),
  fc.record({ how: fc.constant('declined' as const), reason: text.filter(reason => reason !== ''), at })
)

export const anyFilled: fc.Arbitrary<Filled> = fc.constantFrom(...FORMS).chain(form =>
  fc.record(
    {
      v: fc.constant(1 as const),
      id: fc.string({ unit: fc.constantFrom('a', 'b', '7'), minLength: 1, maxLength: 8 }),
      form: fc.constant(form.id),
      created: at,
      changed: at,
      fields: fc.dictionary(fc.constantFrom(...form.fields.map(({ id }) => id)), text, { noNullPrototype: true }),
      run: fc.constant('r'),
      kind: fc.constantFrom('hardware', 'noise', '投影仪', '=1+1'),
      signature: anySignature,
      exported: at
    },
    { requiredKeys: ['v', 'id', 'form', 'created', 'changed', 'fields'], noNullPrototype: true }
  )
) as fc.Arbitrary<Filled>
