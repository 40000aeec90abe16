/** Seals the next receipt of an enrolment and puts it at the end of its chain. Loaded when a learner asks for it. */
import { type Assignment, fromHex } from './assignment.ts'
import { toBase64url } from './bytes.ts'
import type { KeptReceipt } from './enrolment.ts'
import type { Enrolments } from './enrolments.store.ts'
import { type Done, nextReceipt } from './handBack.ts'
import { publicHex, shortHash } from './keys.store.ts'
import { decompressed } from './p256.ts'
import { sealReceipt } from './sealing.store.ts'

interface Site {
  readonly revision: string
  now(): number
  /** Minutes east of UTC. */
  zone(): number
}

/** `bad-key`: the link's key is no key, so nobody could open what is sealed to it. */
export type HandedBack =
  | { readonly type: 'sealed'; readonly receipt: KeptReceipt }
  | { readonly type: 'refused'; readonly why: 'bad-key' | 'failed' }

export async function handBack(
  enrolments: Pick<Enrolments, 'addReceipt'>,
  id: string,
  assignment: Assignment,
  done: Done,
  { revision, now, zone }: Site
): Promise<HandedBack> {
  if (!decompressed(fromHex(assignment.key))) return { type: 'refused', why: 'bad-key' }
  try {
    const receipt = await enrolments.addReceipt(id, async (enrolment, { publicKey, privateKey }) => {
      const device = await publicHex(publicKey)
      const next = nextReceipt(enrolment, assignment, done, { device, revision, now: now(), zone: zone() })
      const sealed = await sealReceipt(next, privateKey, assignment.key)
      const { counter, made, modules, pages } = next
      return { counter, seal: await shortHash(sealed), made, code: toBase64url(sealed), modules, ...(pages && { pages }) }
    })
    return receipt ? { type: 'sealed', receipt } : { type: 'refused', why: 'failed' }
  } catch {
    return { type: 'refused', why: 'failed' }
  }
}
