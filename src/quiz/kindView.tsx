/** What a page needs to ask one kind of question: how it is marked and how it is shown. */
import type { ComponentType } from 'preact'
import type { Lang } from '../lang/text.ts'
import type { Marker } from './marker.ts'
import type { Kind, Response } from './question.ts'
import type { Keyed, State } from './score.ts'
import type { ShownOf } from './shown.ts'
import type { QuizWords } from './words.ts'

/** What is explained: nothing while answering, what was given when it may be tried again, or all. */
export type Told = 'none' | 'taken' | 'all'

export interface BodyProps<K extends Kind = Kind> {
  readonly question: ShownOf<K>
  /** Ids of its choices, steps or items in the order of the draw. */
  readonly order: readonly string[]
  readonly response: Response
  readonly told: Told
  /** Unique on the page; ids and names of fields begin with it. */
  readonly name: string
  readonly words: QuizWords
  onTake(response: Response): void
}

export interface KindView {
  readonly marker: Marker<Keyed>
  /** The answering part of a question, inside its `fieldset`. */
  readonly Body: ComponentType<BodyProps>
  /** How it looks, as a style sheet's text: it comes with the code of the kind, for pages that ask it. */
  readonly style?: string
  /** What is said of an answer where “right” and “wrong” would say too much. */
  readonly verdict?: (state: State, lang: Lang) => string
  /** False where being sure means nothing: a scenario is lived through, a reply is compared. */
  readonly sure?: boolean
}

/** What the file of one kind, or of several, holds. */
export type ViewsHere = Readonly<Partial<Record<Kind, KindView>>>

/** A view of one kind is only ever given questions of that kind. */
export function kindView<K extends Kind>(
  marker: Marker<never>,
  Body: ComponentType<BodyProps<K>>,
  more: Pick<KindView, 'style' | 'verdict' | 'sure'> = {}
): KindView {
  return { marker: marker as Marker<Keyed>, Body: Body as unknown as ComponentType<BodyProps>, ...more }
}
