/** The list of kept forms: what is shown of it, and in which order. */
import { type Form, shortened } from './form.ts'
import { kindText, monthAt } from './formText.ts'
import type { Filled } from './paper.ts'

export interface Sought {
  readonly text: string
  /** Id of a form; '' for all. */
  readonly form: string
  /** `2026-11`; '' for all. */
  readonly month: string
}

export const EVERYTHING: Sought = { text: '', form: '', month: '' }

/** Small letters, full-width signs as narrow ones. */
const folded = (text: string) => text.normalize('NFKC').toLowerCase()

function wordsOf(filled: Filled, form: Form | undefined): string {
  const { signature, kind } = filled
  const signed = signature?.how === 'typed' ? signature.name : signature?.how === 'declined' ? signature.reason : ''
  const kinds = kind === undefined ? [] : form ? [kindText(form, kind, 'zh'), kindText(form, kind, 'en')] : [kind]
  return folded([...Object.values(filled.fields), ...kinds, signed].join('\n'))
}

/** The newest first. */
export function newestFirst(all: readonly Filled[]): Filled[] {
  return [...all].sort((a, b) => b.created - a.created || (a.id < b.id ? -1 : 1))
}

/** Those in which every word of the text stands somewhere. `zoneAt`: minutes east of UTC at a moment. */
export function seek(forms: readonly Form[], all: readonly Filled[], sought: Sought, zoneAt: (at: number) => number): Filled[] {
  const wanted = folded(sought.text)
    .split(/\s+/)
    .filter(word => word !== '')
  return all.filter(filled => {
    if (sought.form !== '' && filled.form !== sought.form) return false
    if (sought.month !== '' && monthAt(filled.created, zoneAt(filled.created)) !== sought.month) return false
    if (wanted.length === 0) return true
    const words = wordsOf(
      filled,
      forms.find(({ id }) => id === filled.form)
    )
    return wanted.every(word => words.includes(word))
  })
}

/** Months that have a form, the newest first. */
export function monthsOf(all: readonly Filled[], zoneAt: (at: number) => number): string[] {
  return [...new Set(all.map(({ created }) => monthAt(created, zoneAt(created))))].sort().reverse()
}

const LONGEST_NAME = 80

/** By what a form is told apart in the list: the texts of its first fields that have some. */
export function nameOf(form: Form, filled: Filled): string {
  const texts = form.fields.filter(({ type }) => type === undefined || type === 'text').map(({ id }) => filled.fields[id]?.trim() ?? '')
  const first = texts.filter(text => text !== '').slice(0, 2)
  return shortened(first.join(' · ').replace(/\s+/g, ' '), LONGEST_NAME)
}
