/** All reasons and remarks by name, as stored ones are read: an unknown one is left out. */
import type { Refused, Told } from './verdict.ts'

/** Why a receipt is not counted: it could not be opened (the first four), or the console does not accept it. */
export type Reason = 'not-one' | 'newer' | 'other-trainer' | 'altered' | Refused

export const REASONS = [
  'not-one',
  'newer',
  'other-trainer',
  'altered',
  'duplicate',
  'unknown-assignment',
  'edited-link',
  'unknown-module',
  'before-assignment'
] as const satisfies readonly Reason[]

export const TOLD = [
  'older',
  'gap',
  'broken-chain',
  'restarted',
  'not-on-roster',
  'other-name',
  'new-device',
  'shared-device',
  'other-revision',
  'late',
  'clock-ahead',
  'too-many-attempts',
  'impossible',
  'rescored',
  'score-differs',
  'not-rescored',
  'other-draw',
  'answers-altered'
] as const satisfies readonly Told[]
