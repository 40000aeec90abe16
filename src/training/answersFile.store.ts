/** The file with all answers behind a receipt, made from the record. Loaded when a learner asks for it. */
import { answersUnder, toAnswers, toAnswersFile } from './answers.ts'
import { fromBase64url } from './bytes.ts'
import type { Enrolment, KeptReceipt } from './enrolment.ts'
import type { Enrolments } from './enrolments.store.ts'
import type { LearnerRecord } from './record.store.ts'
import { sealAnswers } from './sealing.store.ts'
import { wholeLog } from './wholeLog.store.ts'

/** `trainer`: the public key of the assignment, 66 hex digits. Rejects where nothing can be sealed. */
export async function answersFile(
  enrolments: Pick<Enrolments, 'device'>,
  record: Pick<LearnerRecord, 'whole'>,
  { seeds }: Pick<Enrolment, 'seeds'>,
  { code, seal }: Pick<KeptReceipt, 'code' | 'seal'>,
  trainer: string
): Promise<string> {
  const events = answersUnder(seeds, await wholeLog(record))
  const { privateKey } = await enrolments.device()
  const sealed = await sealAnswers(toAnswers(seal, events), privateKey, trainer)
  return toAnswersFile(fromBase64url(code) ?? new Uint8Array(), sealed)
}
