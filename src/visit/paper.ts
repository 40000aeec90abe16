/** The shapes of what the tools keep on this device. Names of fields are for ever: backups hold them. */
import type { Text } from '../lang/text.ts'

/** What everything has that is kept: an id that is never used again, and when it was last changed (epoch milliseconds). */
export interface Kept {
  readonly id: string
  readonly changed: number
}

/** A checklist as the pages hand it to the tools; both languages, so that a run can be read in either. */
export interface Checklist {
  readonly id: string
  readonly title: Text
  readonly stages: readonly { readonly id: string; readonly title: Text; readonly steps: readonly ChecklistStep[] }[]
}

export interface ChecklistStep {
  readonly id: string
  readonly text: Text
  /** Address of the rule's place in the handbook, without language and base. */
  readonly home?: string
  /** Can't be skipped without a reason. */
  readonly critical?: boolean
}

/**
 * What happened in a run, in order. Nothing is taken out of the list: `undone` names an entry that no longer counts.
 * `at`: epoch milliseconds.
 */
export type RunEntry = { readonly id: string; readonly at: number } & (
  | { readonly type: 'done'; readonly step: string }
  | { readonly type: 'skipped'; readonly step: string; readonly reason: string }
  | { readonly type: 'open'; readonly step: string }
  | { readonly type: 'note'; readonly step: string; readonly text: string }
  | { readonly type: 'photo'; readonly step: string; readonly photo: string }
  | { readonly type: 'photo-removed'; readonly step: string; readonly photo: string }
  | { readonly type: 'finished' }
  | { readonly type: 'reopened' }
  | { readonly type: 'undone'; readonly entry: string }
)

/** One visit's use of a checklist. */
export interface Run extends Kept {
  readonly v: 1
  readonly checklist: string
  /** The order number, as the technician wrote it; several runs are told apart by it. */
  readonly order: string
  readonly customer: string
  readonly started: number
  readonly entries: readonly RunEntry[]
  /** When it was last handed out as a file (epoch milliseconds): photos expire some days after. */
  readonly exported?: number
}

/** A photo of a run's step, shrunk. It stays on this device and is in no backup. */
export interface Photo extends Kept {
  readonly run: string
  readonly step: string
  readonly blob: Blob
  readonly width: number
  readonly height: number
}

/** A line of a signature: points (x, y) as fractions of the pad's width, so that it can be drawn again at any size. */
export type Stroke = readonly (readonly [x: number, y: number])[]

export type Signature =
  | { readonly how: 'drawn'; readonly strokes: readonly Stroke[]; readonly at: number }
  | { readonly how: 'typed'; readonly name: string; readonly at: number }
  | { readonly how: 'declined'; readonly reason: string; readonly at: number }

/** A filled form. `form` is its id in content/forms.yaml, and `fields` holds texts by the ids of its fields. */
export interface Filled extends Kept {
  readonly v: 1
  readonly form: string
  readonly created: number
  /** The run it was begun from. */
  readonly run?: string
  readonly fields: Readonly<Record<string, string>>
  /** What kind of job or complaint it was, as the person who classifies calls it. */
  readonly kind?: string
  readonly signature?: Signature
  readonly exported?: number
}

/** `guest` kinds of the standard: who is called by when. */
export type GuestKind = 'individual' | 'group' | 'member' | 'complained'

/** A guest who is to be called. Days are written `2026-11-27` and mean that day where the guest stayed. */
export interface FollowUp extends Kept {
  readonly v: 1
  readonly guest: string
  readonly kind: GuestKind
  readonly checkOut: string
  readonly note: string
  /** The day the call was made. */
  readonly called?: string
}

/** Where each of them is kept. */
export interface Drawers {
  readonly run: Run
  readonly form: Filled
  readonly followUp: FollowUp
  readonly photo: Photo
}
export type Drawer = keyof Drawers
