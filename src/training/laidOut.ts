/** A question on paper in the order of a draw: every entry has its sign, and the reasons stand as the entries do. Pure. */
import type { Entry, Paper, PaperList, Reason } from '../quiz/paper.ts'

export interface LaidEntry extends Entry {
  readonly sign: string
}

export interface LaidList {
  readonly title?: string | undefined
  readonly entries: readonly LaidEntry[]
}

export interface LaidReason {
  readonly of?: string | undefined
  readonly right: boolean
  /** Sign of the entry it is about, and of the one that goes with it. */
  readonly sign: string
  readonly otherSign: string
  /** What these entries say. */
  readonly entry?: string | undefined
  readonly other?: string | undefined
  readonly label?: string | undefined
  readonly short?: string | undefined
  readonly text: string
}

export interface Laid {
  readonly lists: readonly LaidList[]
  /** The answer in a few signs; empty where it takes more words. */
  readonly answer: string
  readonly reasons: readonly LaidReason[]
}

function laidList({ title, sign, gap, fixed, entries }: PaperList, order: readonly string[]): LaidList {
  const shown = fixed ? entries : [...entries].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  const signOf = (index: number) => (sign === 'letter' ? String.fromCharCode(65 + index) : `${index + 1}`)
  return { title, entries: shown.map((entry, index) => ({ ...entry, sign: `${gap === undefined ? '' : `(${gap}) `}${signOf(index)}` })) }
}

/** `order` is that of the draw. */
export function laidOut(paper: Paper, order: readonly string[]): Laid {
  const lists = (paper.lists ?? []).map(list => laidList(list, order))
  const words = (paper.turns ?? []).flatMap(({ says }) => says)
  const entries = new Map<string | undefined, LaidEntry>()
  for (const { id, text, number } of words) if (number !== undefined) entries.set(id, { id, text, sign: `${number}` })
  for (const entry of lists.flatMap(list => list.entries)) entries.set(entry.id, entry)

  const places = [...entries.keys()]
  // Steps are explained in their right order, which they are never shown in.
  const inOrder = paper.ordered ? paper.reasons : sorted(paper.reasons, places)
  const reasons = inOrder.map(({ of, to, ...told }): LaidReason => {
    const [entry, other] = [entries.get(of), entries.get(to)]
    return { ...told, of, sign: entry?.sign ?? '', otherSign: other?.sign ?? '', entry: entry?.text, other: other?.text }
  })
  return { lists, answer: paper.open ? '' : answerIn(reasons, paper.ordered), reasons }
}

/** Reasons that are about no entry keep their places after those that are. */
function sorted(reasons: readonly Reason[], places: readonly (string | undefined)[]): Reason[] {
  const placeOf = ({ of }: Reason) => (of !== undefined && places.includes(of) ? places.indexOf(of) : places.length)
  return [...reasons].sort((a, b) => placeOf(a) - placeOf(b))
}

/** `B`, `A C`, `C → A → B`, `1C 2A`; an answer in words where it has no sign. */
function answerIn(reasons: readonly LaidReason[], ordered = false): string {
  const parts = reasons.flatMap(({ right, sign, otherSign, short }) => (right ? sign + otherSign || short || [] : []))
  return parts.join(ordered ? ' → ' : '\u2003')
}
