/** Numbers, days and file numbers that stand in a text, as an answer would write them. */
import type { Lang } from '../../lang/text.ts'
import type { NumberForm } from '../question.ts'

const DIGITS = '零一二三四五六七八九'
const HAN = /[零一二两三四五六七八九十百]{1,5}/g
const ENGLISH =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' '
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const MONTHS = 'january february march april may june july august september october november december'.split(' ')

/** 二十四 is 24; a number that only counts on, 一 or 百 alone, is a word and none. */
function fromHan(text: string): number | undefined {
  if (/^[零一百]$/.test(text)) return undefined
  let [sum, digit] = [0, 0]
  for (const sign of text) {
    if (sign === '百' || sign === '十') {
      sum += (digit || 1) * (sign === '百' ? 100 : 10)
      digit = 0
    } else digit = sign === '两' ? 2 : DIGITS.indexOf(sign)
  }
  return sum + digit
}

/** Twenty-four is 24; `one` is a pronoun. */
function fromEnglish(text: string): number | undefined {
  const [tens = '', ones = ''] = text.toLowerCase().split('-')
  if (TENS.includes(tens)) return 20 + 10 * TENS.indexOf(tens) + Math.max(0, ENGLISH.indexOf(ones))
  const plain = ENGLISH.indexOf(tens)
  return plain > 1 ? plain : undefined
}

function numbersIn(text: string, lang: Lang): string[] {
  const words = lang === 'zh' ? HAN.source : `\\b(?:${[...TENS, ...ENGLISH].join('|')})(?:-(?:${ENGLISH.slice(1, 10).join('|')}))?\\b`
  const found = text.match(new RegExp(`\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|${words}`, 'gi')) ?? []
  return found.flatMap(one => {
    if (/^\d/.test(one)) return [one.replaceAll(',', '')]
    const value = lang === 'zh' ? fromHan(one) : fromEnglish(one)
    return value === undefined ? [] : [String(value)]
  })
}

/** A day without a year is of the year named before it. */
function daysIn(text: string, lang: Lang): string[] {
  const month = `(${MONTHS.join('|')})`
  const pattern = lang === 'zh' ? /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g : new RegExp(`(\\d{1,2}) ${month}(?: (\\d{4}))?`, 'gi')
  let year = /\d{4}(?=年)|\b(?:19|20)\d{2}\b/.exec(text)?.[0] ?? ''
  return [...text.matchAll(pattern)].map(([, a = '', b = '', c = '']) => {
    const [own, month, day] = lang === 'zh' ? [a, b, c] : [c, String(MONTHS.indexOf(b.toLowerCase()) + 1), a]
    year = own || year
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  })
}

/** In the order in which they stand, each as often as it does. */
export function figuresIn(text: string, form: NumberForm, lang: Lang): string[] {
  const narrow = text.normalize('NFKC')
  if (form === 'date') return daysIn(narrow, lang)
  if (form === 'file-number') return narrow.match(/\d{9}/g) ?? []
  return numbersIn(narrow, lang)
}
