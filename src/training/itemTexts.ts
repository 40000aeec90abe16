/** A question's statistics in words: the same for the screen and for the file. */
import { fill } from '../lang/text.ts'
import { findingsOf } from '../quiz/itemFindings.ts'
import { FEW, type ItemStatistics } from '../quiz/statistics.ts'
import type { ItemBank, ItemEntry } from './items.ts'

export const numberText = (value: number | undefined, none: string) => (value === undefined ? none : value.toFixed(2).replace('-', '−'))

/** What an entry of a response says; its id where that is not known. */
export function labelOf({ labels }: ItemEntry, id: string): string {
  const at = id.indexOf('=')
  const [item, group] = at === -1 ? [] : [labels[id.slice(0, at)], labels[id.slice(at)]]
  return labels[id] ?? (item && group ? `${item} → ${group}` : id)
}

/** What to look at, one line each. */
export function findingTexts(item: ItemStatistics, entry: ItemEntry, { words, locale }: ItemBank): string[] {
  if (item.trust === 'none') return [fill(words.few, { n: item.n, least: FEW })]
  const list = new Intl.ListFormat(locale, { type: 'unit' })
  const found = findingsOf(item).map(finding => {
    const ids = 'ids' in finding ? list.format(finding.ids.map(id => `“${labelOf(entry, id)}”`)) : ''
    return fill(words.findings[finding.type], { ids })
  })
  return found.length > 0 ? found : [words.fine]
}

/** Rows of the file, the head first. */
export function itemRows(items: readonly ItemStatistics[], bank: ItemBank): string[][] {
  const rows = items.flatMap(item => {
    const entry = bank.items.find(({ id }) => id === item.question)
    if (!entry) return []
    const told = item.trust === 'none' ? undefined : item
    const number = (value: number | undefined) => (value === undefined ? '' : String(Math.round(value * 1000) / 1000))
    return [
      [
        entry.id,
        entry.module,
        entry.kind,
        entry.ask,
        String(item.n),
        number(told?.facility),
        number(told?.discrimination),
        number(told?.upperLower),
        number(told?.seconds),
        number(told?.sure.said),
        number(told?.sure.wrong),
        findingTexts(item, entry, bank).join('; ')
      ]
    ]
  })
  return [[...bank.words.columns], ...rows]
}
