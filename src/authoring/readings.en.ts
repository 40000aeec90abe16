/** How the figures of the standard stand in English sentences. */
import { DIGITS } from './numbers.ts'
import type { Reading } from './reading.ts'

const N = `(${DIGITS.en})`
const PERCENT = '(?<![\\d.])(\\d+)\\s*(?:%|per ?cent)'
const g = (source: string) => new RegExp(source, 'gi')
const lang = 'en'

const threeDays: readonly Reading[] = [
  {
    rule: 'followup.three-days',
    figure: 'dueDays',
    lang,
    about: /(member|card-?hold|complained).*(call|follow)|(call|follow).*(member|card-?hold|complained)/i,
    numbers: [g(`within ${N} (?:working |calendar )?days?`)]
  },
  {
    rule: 'followup.three-days',
    figure: 'dueDays',
    lang,
    nearby: true,
    unless: /\b(?:reply|replies|answer|repair)/i,
    numbers: [g(`within ${N} (?:working |calendar )?days?`), g(`\\b(?:have|whose|gives? you) ${N} days`), g(`^\\W*${N} days is for`)]
  },
  {
    rule: 'followup.three-days',
    figure: 'rate',
    lang,
    about: /(follow-?up|call)[ -]?(back )?rate|called within/i,
    unless: /next-day|day after/i,
    numbers: [g(PERCENT)]
  },
  {
    rule: 'followup.three-days',
    figure: 'rate',
    lang,
    nearby: true,
    unless: /collect|offer|\boff\b/i,
    numbers: [g(`within \\w+ days[^.\\d]{0,16}?${PERCENT}`), g(`${PERCENT} (?:of them )?(?:called )?within`), g(`${PERCENT} leaves nobody`)]
  }
]

const nextDay: readonly Reading[] = [
  {
    rule: 'followup.next-day',
    figure: 'rate',
    lang,
    about: /(next-day|day after check-?out).*rate|rate.*(next-day|day after check-?out)/i,
    unless: /member|card|three|complained/i,
    numbers: [g(PERCENT)],
    expected: () => undefined
  },
  {
    rule: 'followup.next-day',
    figure: 'dueDays',
    lang,
    about: /\b(?:individual|group|tour)/i,
    unless: /member|card|complain/i,
    numbers: [g(`\\b${N} days? after (?:check-?out|they leave|departure)`)]
  }
]

const others: readonly Reading[] = [
  {
    rule: 'role.apartment.patrol',
    figure: 'timesPerDay',
    lang,
    nearby: true,
    about: /patrol|walk|round|^\W*(?:yes\W+)?(?:it[’']s )?(?:once|twice|\w+ times)/i,
    numbers: [g(`\\b${N}(?: times)? (?:every|each|a|per) day`), g(`\\b${N} (?:daily )?(?:patrol|round)s? (?:every|each|a|per) day`)]
  },
  { rule: 'principle.why-they-leave', figure: 'year', lang, about: /Forum (Corporation|Company)/i, numbers: [/\b([12]\d{3})\b/g] },
  { rule: 'principle.why-they-leave', figure: 'year', lang, nearby: true, about: /survey/i, numbers: [/\b([12]\d{3})\b/g] },
  {
    rule: 'principle.why-they-leave',
    figure: 'betterProduct',
    lang,
    numbers: [
      g(`${PERCENT}[^.;:%\\d]{0,60}better (?:goods|product)`),
      g(`better (?:goods|products?)[^.;:%\\d]{0,12}(?:account for|only|just)[^.;:%\\d]{0,6}${PERCENT}`)
    ]
  },
  {
    rule: 'principle.why-they-leave',
    figure: 'notProduct',
    lang,
    numbers: [g(`${PERCENT}[^.;:%\\d]{0,50}(?:not the product|nothing to do with the (?:product|goods)|other than the product)`)]
  },
  {
    rule: 'principle.why-they-leave',
    figure: 'notProduct',
    also: ['betterProduct'],
    lang,
    nearby: true,
    unless: /\bcall|within|leaves nobody|rate\b|offer|\boff\b/i,
    numbers: [g(PERCENT)]
  },
  {
    rule: 'visit.explain-fix',
    figure: 'things',
    lang,
    nearby: true,
    numbers: [g(`explain(?:ed|s|ing)?(?: all| the| these)? ${N} things`), g(`^\\W*${N} things explained`)]
  },
  {
    rule: 'complaint.record',
    figure: 'fields',
    lang,
    nearby: true,
    numbers: [g(`\\b${N} fields\\b`), g(`standard’s ${N} (?:items|fields)`)]
  },
  {
    rule: 'file.stay-number',
    figure: 'serialDigits',
    lang,
    about: /serial/i,
    numbers: [g(`\\b${N}[- ]digit serial`), g(`serial (?:number )?(?:has|of|is) ${N} digits`)]
  }
]

export const ENGLISH_READINGS: readonly Reading[] = [...threeDays, ...nextDay, ...others]
