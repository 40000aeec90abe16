/** How each kind of question beyond choices is answered with a pointer, in the form `form`. */
import type { Locator } from '@playwright/test'
import type { Kind } from '../../src/quiz/question.ts'
import { markByPointer, placeByPointer, writeReply } from './kinds/fingers.ts'
import { playByPointer } from './kinds/playing.ts'

type Hand = (form: Locator, response: readonly string[]) => Promise<void>

export const HANDS: Readonly<Partial<Record<Kind, Hand>>> = {
  order: (form, response) => placeByPointer(form, 'order', response),
  match: (form, response) => placeByPointer(form, 'match', response),
  sort: (form, response) => placeByPointer(form, 'sort', response),
  gap: (form, response) => placeByPointer(form, 'gap', response),
  number: (form, response) => placeByPointer(form, 'number', response),
  mark: markByPointer,
  reply: writeReply,
  scenario: playByPointer
}
