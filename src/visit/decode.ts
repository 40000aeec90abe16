/**
 * What each drawer takes back from a backup, another version or a damaged disk: its own things, whole, or undefined.
 * Photos are in no backup, so they have no decoder.
 */
import { decodeFollowUp } from './followUp.ts'
import { decodeFilled } from './formDecode.ts'
import type { Drawers } from './paper.ts'
import { decodeRun } from './runDecode.ts'

export type BackedUp = Exclude<keyof Drawers, 'photo'>
export type Decode<T> = (value: unknown) => T | undefined

export const DECODERS: { readonly [D in BackedUp]: Decode<Drawers[D]> } = {
  run: decodeRun,
  form: decodeFilled,
  followUp: decodeFollowUp
}
