/**
 * Orders sections by how well they answer: for each thing asked the best of its forms, then how much of the question is
 * answered at all. A section that misses a rare word may still win; one that answers all of it comes first.
 */
import { rarity } from './postings.ts'
import type { Asked, Concept, Form } from './query.ts'

/** How far to look for a word: only itself, also mistyped, or also half typed. */
export type Reach = 'exact' | 'typed' | 'open'

/** A form of several words is never half typed: only a single word that was typed is. */
export const reachOf = ({ typed, open }: Form): Reach => (open ? 'open' : typed ? 'typed' : 'exact')

/** What an index knows. Sections are their numbers in it. */
export interface Shelf {
  size(): number
  /** Sections with a word, and how much it says of each. */
  find(token: string, reach: Reach): ReadonlyMap<number, number>
  /** Whether the phrase stands in the title, or anywhere in the section. */
  holds(section: number, phrase: string): 'title' | 'text' | undefined
  /** How likely a section is to be what somebody looks for: 1 for one that tells what to do. */
  likely(section: number): number
  /** The number of a path; undefined for one that is not there. */
  numberOf(path: string): number | undefined
}

export interface Ranked {
  readonly section: number
  readonly score: number
}

const IN_TITLE = 2
const IN_TEXT = 1.4
/** How much of a word that was not typed has to be there. */
const WHOLE = 0.75
/** What a section gets that an entry of the synonyms names, of what the best one has. */
const SEEN = 0.9

function scoreForm(form: Form, shelf: Shelf): Map<number, number> {
  const scores = new Map<number, number>()
  const covered = new Map<number, number>()
  let all = 0
  for (const token of form.tokens) {
    const found = shelf.find(token, reachOf(form))
    if (found.size === 0) continue
    const rare = rarity(shelf.size(), found.size)
    all += rare
    for (const [section, score] of found) {
      scores.set(section, (scores.get(section) ?? 0) + score)
      covered.set(section, (covered.get(section) ?? 0) + rare)
    }
  }
  for (const [section, score] of scores) {
    const share = (covered.get(section) ?? 0) / all
    // Half of another word for a thing is not the thing.
    if (form.weight < 1 && share < WHOLE) {
      scores.delete(section)
      continue
    }
    const held = form.tokens.length > 1 && share > 0.99 ? shelf.holds(section, form.text) : undefined
    scores.set(section, score * form.weight * share * (held === 'title' ? IN_TITLE : held === 'text' ? IN_TEXT : 1))
  }
  return scores
}

function scoreConcept(concept: Concept, shelf: Shelf): Map<number, number> {
  const best = new Map<number, number>()
  for (const form of concept.forms) {
    for (const [section, score] of scoreForm(form, shelf)) if (score > (best.get(section) ?? 0)) best.set(section, score)
  }
  const most = Math.max(1, ...best.values())
  for (const path of concept.see) {
    const section = shelf.numberOf(path)
    if (section !== undefined) best.set(section, (best.get(section) ?? 0) * 0.5 + most * SEEN)
  }
  return best
}

export function rank(asked: Asked, shelf: Shelf): Ranked[] {
  const total = new Map<number, number>()
  const covered = new Map<number, number>()
  let all = 0
  for (const concept of asked.concepts) {
    const scores = scoreConcept(concept, shelf)
    if (scores.size === 0) continue
    const rare = rarity(shelf.size(), scores.size)
    const most = Math.max(...scores.values())
    all += rare
    for (const [section, score] of scores) {
      total.set(section, (total.get(section) ?? 0) + score)
      // A faint trace of a thing is not yet an answer to it.
      covered.set(section, (covered.get(section) ?? 0) + rare * Math.min(1, (2 * score) / most))
    }
  }
  return [...total]
    .map(([section, score]) => {
      const share = (covered.get(section) ?? 0) / all
      const held = asked.whole.length > 1 && asked.concepts.length > 1 ? shelf.holds(section, asked.whole) : undefined
      return {
        section,
        score: score * shelf.likely(section) * (0.3 + 0.7 * share) * (held === 'title' ? IN_TITLE : held === 'text' ? IN_TEXT : 1)
      }
    })
    .sort((a, b) => b.score - a.score || a.section - b.section)
}
