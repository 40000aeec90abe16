/** What the validity of one assignment says. */
import type { Lang } from '../lang/text.ts'

const zh = {
  forThis: '“{title}”的有效期',
  same: '和其他指派一样（{n} 个月）',
  sameEver: '和其他指派一样（一直有效）',
  months: '通过后若干个月',
  yearly: '每年到某一天为止',
  ever: '一直有效',
  howMany: '这份指派：几个月',
  month: '月',
  day: '日',
  yearlyLine: '每年到这一天，都要重新通过。到期前 30 天内通过的，算到下一年。',
  save: '存这份指派的有效期',
  badMonths: '填 1 到 120 的整数。',
  badDay: '没有这一天。'
}

const en: typeof zh = {
  forThis: 'For “{title}”',
  same: 'As for other assignments ({n} months)',
  sameEver: 'As for other assignments (for ever)',
  months: 'Some months from the pass',
  yearly: 'Until the same day every year',
  ever: 'For ever',
  howMany: 'Months for this assignment',
  month: 'Month',
  day: 'Day',
  yearlyLine: 'Everybody needs to pass again by that day each year. A pass in the 30 days before it counts for the year that follows.',
  save: 'Keep this for the assignment',
  badMonths: 'A whole number from 1 to 120.',
  badDay: 'There is no such day.'
}

export const VALIDITY_WORDS: Readonly<Record<Lang, typeof zh>> = { zh, en }
