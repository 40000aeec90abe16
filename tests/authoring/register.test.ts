/**
 * The register is the standard's, word for word and figure for figure. This table was taken from the source once; a rule
 * may be worded better, but an id, a quote, a figure, a stage or a number changes only when the standard does.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLibrary } from '../../src/authoring/library.ts'

interface Pinned {
  readonly quote?: { readonly zh: readonly string[]; readonly en?: readonly string[] }
  readonly figures?: Readonly<Record<string, string | number>>
  readonly stage?: string
  readonly letter?: string
  readonly number?: number
  /** Something is lost in the source here, and the register says so. */
  readonly gap?: true
}

const PINNED: Readonly<Record<string, Pinned>> = {
  'principle.satisfaction': {},
  'principle.customer-first': {},
  'principle.survival': {},
  'principle.why-they-leave': { figures: { year: 1998, betterProduct: '15%', notProduct: '70%' }, gap: true },
  'principle.complaints-are-care': {},
  'service.s1-smile': { quote: { zh: ['微笑待客'], en: ['Smile for every one'] }, letter: 'S' },
  'service.e1-excellence': { quote: { zh: ['精通业务上的工作'], en: ['Excellence in everything you do'] }, letter: 'E' },
  'service.r-reaching': { quote: { zh: ['对客户态度亲切友善'], en: ['Reaching out to every customer with hospitality'] }, letter: 'R' },
  'service.v-viewing': { quote: { zh: ['视每一位客户为特殊和重要的大人物'], en: ['Viewing every customer as special'] }, letter: 'V' },
  'service.i-inviting': { quote: { zh: ['邀请每一位客户再次光临'], en: ['Inviting your customer to return'] }, letter: 'I' },
  'service.c-creating': { quote: { zh: ['营造温馨的服务环境'], en: ['Creating a warm atmosphere'] }, letter: 'C' },
  'service.e2-eye-contact': { quote: { zh: ['用眼神表达对客户的关心'], en: ['Eye contact that shows we care'] }, letter: 'E' },
  'tenet.promise': { quote: { zh: ['实实在在承诺,诚心诚意服务'] } },
  'tenet.visit-due': { quote: { zh: ['应该上门服务的就必须上门'] } },
  'tenet.unsaid': { quote: { zh: ['在客户面前不说不该说的话'] } },
  'phrase.not-our-business': { quote: { zh: ['我们不管'] } },
  'phrase.dont-know': { quote: { zh: ['不清楚', '不知道'] } },
  'phrase.no-way': { quote: { zh: ['没办法解决'] } },
  'visit.form-first': { stage: 'arrange' },
  'visit.phone-manner': { stage: 'arrange' },
  'visit.ask-agreement': { stage: 'arrange' },
  'visit.location-route': { stage: 'arrange' },
  'visit.verify-agreement': { stage: 'before' },
  'visit.diagnose-report': { stage: 'before' },
  'visit.consent-to-open': { stage: 'during' },
  'visit.prove-fix': { stage: 'after' },
  'visit.explain-fix': { figures: { things: 3 }, stage: 'after' },
  'visit.sign-form': { stage: 'after' },
  'visit.submit-form': { stage: 'after' },
  'visit.handover': { gap: true, stage: 'after' },
  'followup.next-day': { figures: { dueDays: 1 }, gap: true },
  'followup.three-days': { figures: { dueDays: 3, rate: '100%' }, gap: true },
  'followup.tell-individual-guest': {},
  'followup.commission': {},
  'followup.reply-time': {},
  'followup.stay-calm': {},
  'file.stay-number': { figures: { example: '040214001', date: 'YYMMDD', serialDigits: 3 } },
  'file.card-number': { gap: true },
  'complaint.manner': {},
  'complaint.no-shirking': {},
  'complaint.record': { figures: { fields: 4 } },
  'complaint.managers-receive': {},
  'complaint.explain-rules': {},
  'role.compound.breaches': {},
  'role.compound.committee': {},
  'role.compound.community': {},
  'role.compound.renovation': {},
  'role.compound.housekeeping': {},
  'role.office.read-daily': { number: 1 },
  'role.office.contractors': { number: 2 },
  'role.office.rules-rosters': { number: 3 },
  'role.office.complaints': { number: 4 },
  'role.office.fees': { number: 5 },
  'role.office.archives': { number: 9 },
  'role.office.works': { number: 12 },
  'role.office.rentals': { number: 14 },
  'role.apartment.team': { number: 6 },
  'role.apartment.community-services': { number: 9 },
  'role.apartment.patrol': { figures: { timesPerDay: 2 }, number: 12 },
  'role.apartment.other': { number: 14 }
}

const { rules } = readLibrary(join(import.meta.dirname, '../..'))

test('the register holds the 60 rules of the source and no other', () => {
  expect([...rules.keys()].sort()).toEqual(Object.keys(PINNED).sort())
  expect(rules.size).toBe(60)
})

test.each(Object.entries(PINNED))('%s is as the source has it', (id, pinned) => {
  const rule = rules.get(id)
  expect(rule?.quote).toEqual(pinned.quote)
  expect(rule?.figures).toEqual(pinned.figures)
  expect(rule?.stage).toBe(pinned.stage)
  expect(rule?.letter).toBe(pinned.letter)
  expect(rule?.number).toBe(pinned.number)
  if (pinned.gap) expect(rule?.gap).toBeDefined()
})

test('what we read into a damaged place is called a reading, and nothing in the register is advice', () => {
  const origins = new Map(
    ['reading', 'advice'].map(origin => [origin, [...rules.values()].filter(rule => rule.origin === origin).map(rule => rule.id)])
  )
  expect(origins.get('reading')).toEqual(['file.card-number', 'followup.three-days'])
  expect(origins.get('advice')).toEqual([])
})

test('a Chinese quote without English has our English beside it only as a gloss', () => {
  for (const rule of rules.values()) {
    if (rule.gloss) expect(rule.quote?.en, rule.id).toBeUndefined()
    if (rule.gloss) expect(rule.gloss.en, rule.id).toHaveLength(rule.quote?.zh?.length ?? 0)
  }
})
