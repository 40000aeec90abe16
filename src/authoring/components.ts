/** The components that a page may use, and the properties each takes. The one table of them: the check reads nothing else. */
import { PLACES } from '../phrases/phrase.ts'
import { STAGES } from '../standards/rule.ts'

export interface Property {
  readonly required?: true
  /** The values it may have. Any text where there are none. */
  readonly oneOf?: readonly string[]
  /** What its value is an id of. `questions` are several, between spaces; `anchor` is a new id on this page. */
  readonly refersTo?: 'rule' | 'phrase' | 'form' | 'module' | 'questions' | 'anchor'
}

export interface Component {
  readonly properties: Readonly<Record<string, Property>>
  /** `none`: it closes itself. `text`: it must have some. Another component's name: only that stands in it. */
  readonly holds: 'none' | 'text' | 'Step' | 'Line'
  /** The component it must stand in. */
  readonly parent?: 'Steps' | 'Talk'
  /** It may stand inside a sentence. */
  readonly inline?: true
}

export const PICTURES = [
  'visit-stages',
  'why-they-leave',
  'reporting-lines',
  'service-acronym',
  'follow-up-deadlines',
  'file-number'
] as const

const rule: Property = { required: true, refersTo: 'rule' }
const any: Property = { required: true }

export const COMPONENTS: Readonly<Record<string, Component>> = {
  Rule: { properties: { id: rule }, holds: 'none' },
  Cite: { properties: { rule }, holds: 'none', inline: true },
  Steps: { properties: {}, holds: 'Step' },
  Step: { properties: { id: { required: true, refersTo: 'anchor' }, rule: { refersTo: 'rule' } }, holds: 'text', parent: 'Steps' },
  SayDontSay: { properties: { place: { required: true, oneOf: PLACES }, dont: any, say: any, why: {} }, holds: 'none' },
  Phrases: { properties: { id: { required: true, refersTo: 'phrase' } }, holds: 'none' },
  Talk: { properties: {}, holds: 'Line' },
  Line: { properties: { who: any }, holds: 'text', parent: 'Talk' },
  Advice: { properties: {}, holds: 'text' },
  Gap: { properties: {}, holds: 'text' },
  Picture: { properties: { name: { required: true, oneOf: PICTURES }, stage: { oneOf: STAGES } }, holds: 'none' },
  Paper: { properties: { form: { required: true, refersTo: 'form' } }, holds: 'none' },
  Practice: {
    properties: { module: { required: true, refersTo: 'module' }, pick: { required: true, refersTo: 'questions' } },
    holds: 'none'
  }
}

/** The most questions that one practice set may pick. */
export const MOST_PICKS = 6

export function componentOf(name: string): Component | undefined {
  return Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined
}

/** The ids in a `pick`. */
export function picksOf(value: string): string[] {
  return value.split(/\s+/).filter(id => id !== '')
}
