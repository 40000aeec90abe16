/** Drafts that are kept side by side, and templates that new ones are made from. */
import { type Draft, decodeDraft } from './draft.ts'

export interface KeptDraft {
  readonly id: string
  readonly kind: 'draft' | 'template'
  /** Epoch milliseconds. It tells apart what two tabs wrote. */
  readonly changed: number
  readonly draft: Draft
}

/** What lies in the database or in a backup may be anything. */
export function decodeDrafts(rows: unknown): KeptDraft[] {
  if (!Array.isArray(rows)) return []
  const read = rows.slice(0, 500).flatMap((row): KeptDraft[] => {
    const { id, kind, changed, draft } = (row ?? {}) as Readonly<Record<string, unknown>>
    const decoded = decodeDraft(draft)
    if (!decoded || typeof id !== 'string' || !/^\w{1,40}$/.test(id)) return []
    if ((kind !== 'draft' && kind !== 'template') || !Number.isSafeInteger(changed)) return []
    return [{ id, kind, changed: changed as number, draft: decoded }]
  })
  return read.sort((a, b) => a.changed - b.changed)
}

export const isSameDraft = (one: KeptDraft, other: KeptDraft) =>
  one.kind === other.kind && JSON.stringify(one.draft) === JSON.stringify(other.draft)
