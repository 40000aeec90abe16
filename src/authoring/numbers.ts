/** Reads small numbers as people write them: digits of either width, Chinese numerals, English words. */

const CHINESE = '零一二三四五六七八九十'
const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const TIMES: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3, a: 1, an: 1, single: 1 }

/** The number, or undefined for words that are none. */
export function toNumber(words: string): number | undefined {
  const text = words.normalize('NFKC').trim().toLowerCase().replace('两', '二')
  if (/^\d+$/.test(text)) return Number(text)
  if (ENGLISH.includes(text)) return ENGLISH.indexOf(text)
  if (Object.hasOwn(TIMES, text)) return TIMES[text]
  if (text === '百' || text === '一百') return 100
  return fromChinese(text)
}

/** Up to 九十九: 十五, 二十, 三十一. */
function fromChinese(text: string): number | undefined {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!match || text === '') return undefined
  const [, tens, ten, ones] = match
  if (!ten) return tens && ones ? undefined : CHINESE.indexOf(tens ?? ones ?? '')
  return (tens ? CHINESE.indexOf(tens) : 1) * 10 + (ones ? CHINESE.indexOf(ones) : 0)
}

/** A number as a pattern source, for use in other patterns. */
export const DIGITS = {
  zh: '[0-9０-９零一二三四五六七八九十两百]+',
  en: '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice|thrice)'
} as const
