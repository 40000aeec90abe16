/**
 * What a trainer chooses for a class or a printed sheet: how many questions, of which kinds, drawn from which seed. It
 * stands in the address after `#`, so that a class or a sheet can be had again. Pure.
 */
import type { Draw } from '../quiz/draw.ts'
import type { Paper, PaperKind } from '../quiz/paper.ts'
import { KINDS } from '../quiz/question.ts'
import { draw } from '../quiz/spread.ts'

export interface Selection {
  readonly seed: string
  readonly count: number
  /** None stands for all. */
  readonly kinds: readonly PaperKind[]
}

/** No 0, 1, i, l, o: a seed is read from paper and typed. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
const LONGEST = 24

/** A seed that is easily read and typed, from random bytes. */
export function seedFrom(bytes: Iterable<number>): string {
  return [...bytes].map(byte => SIGNS[byte % SIGNS.length]).join('')
}

/** As it was typed, without what a keyboard adds: width, case, spaces. Empty where nothing is left. */
export function cleanSeed(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]+/gu, '')
    .slice(0, LONGEST)
}

/** How many questions of each kind there are. */
export type Available = readonly { readonly kind: PaperKind; readonly count: number }[]

/** Questions of the chosen kinds. */
export function mostOf(available: Available, { kinds }: Pick<Selection, 'kinds'>): number {
  return available.reduce((sum, { kind, count }) => (kinds.length === 0 || kinds.includes(kind) ? sum + count : sum), 0)
}

export function cleanCount(typed: number, most: number): number {
  return Math.max(1, Math.min(most, Number.isFinite(typed) ? Math.round(typed) : 1))
}

export function ofKinds(questions: readonly Paper[], kinds: readonly PaperKind[]): readonly Paper[] {
  return kinds.length === 0 ? questions : questions.filter(({ kind }) => kinds.includes(kind))
}

/** The same selection of the same questions is the same draw, on the screen and on paper, in either language. */
export function drawSelection(questions: readonly Paper[], { seed, count, kinds }: Selection): Draw {
  return draw(ofKinds(questions, kinds), count, seed)
}

export function toFragment({ seed, count, kinds }: Selection): string {
  return `#seed=${encodeURIComponent(seed)}&n=${count}${kinds.length > 0 ? `&kinds=${kinds.join('.')}` : ''}`
}

export function isPaperKind(name: unknown): name is PaperKind {
  return name !== 'scenario' && KINDS.some(kind => kind === name)
}

/** What an address says; a part that is missing or not understood is left out. */
export function fromFragment(fragment: string): Partial<Selection> {
  const said = new Map<string, string>()
  for (const pair of fragment.replace(/^#/, '').split('&')) {
    const [name = '', value = ''] = pair.split('=')
    said.set(name, value)
  }
  const seed = cleanSeed(decoded(said.get('seed') ?? ''))
  const count = Number(said.get('n'))
  const kinds = (said.get('kinds') ?? '').split('.').filter(isPaperKind)
  return { ...(seed !== '' && { seed }), ...(Number.isInteger(count) && count > 0 && { count }), ...(kinds.length > 0 && { kinds }) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
