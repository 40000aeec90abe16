/**
 * Reads a text as it was meant: Traditional characters as simplified ones, the usual slips of an input method, English
 * without its apostrophes. Each character that was read knows where it stands in what was typed.
 */

export interface Meant {
  readonly text: string
  /** Index in the typed text of each unit of `text`, and one more for its end. */
  readonly at: readonly number[]
}

/** Characters of the banned phrases and of what stands around them, Traditional then simplified. */
const PAIRS =
  '這这個个們们沒没辦办處处問问題题說说話话關关係系責责負负業业務务範范圍围屬属為为麼么誰谁過过員员門门電电機机點点讓让幫帮換换壞坏無无權权歸归請请聯联絡络廠厂嗎吗對对時时間间會会還还' +
  '曉晓瞭了確确應应該该給给誒诶復复據据貨货訂订單单發发樣样實实將将湊凑聽听寫写見见認认識识級级報报詢询產产區区價价費费櫃柜臺台飯饭職职務务層层專专線线網网郵邮號号碼码們们際际從从來来'
const SIMPLE = new Map(Array.from(PAIRS.matchAll(/(.)(.)/gu), ([, traditional = '', simple = '']) => [traditional, simple]))

/** What an input method offers in place of the words that matter, with as many characters. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/不(\s?)[请青轻情](\s?)楚/g, '不$1清$2楚'],
  [/不(\s?)(?:[只之指支](\s?)[道到]|知(\s?)到)/g, '不$1知$2$3道'],
  [/不[小笑][的得]|不晓的/g, '不晓得'],
  [/没(?:[班半般]法|办[发罚])/g, '没办法'],
  [/[解姐][觉绝]|姐决/g, '解决'],
  [/不[贵规]我/g, '不归我'],
  [/[负付][则择]/g, '负责'],
  [/不[观关]我/g, '不关我']
]

/** English words without their apostrophe, and the words that are misspelt most; the first group keeps its place. */
const MISSPELT: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/\b(do|does|did|ca|wo|is|are|was|were|has|have|had|could|would|should)nt\b/gi, (_, verb = '') => `${verb}n't`],
  [/\b(i)(m|ve)\b/gi, (_, who = '', rest = '') => `${who}'${rest}`],
  [/\b(that|there|it|what|who)s\b(?=\s+(?:not|no|nothing|just|how|your|our|my|nobody|the|between))/gi, (_, who = '') => `${who}'s`],
  [
    /\b(you|they|we)(re|ve)\b(?!\s+you)/gi,
    (whole = '', who = '', rest = '') => (whole.toLowerCase() === 'were' ? whole : `${who}'${rest}`)
  ],
  [/\b(don't\s+)(?:no|now)\b(?=\s+(?:what|why|when|where|how|if|who|which))/gi, (_, before = '') => `${before}know`],
  [/\bb(?:ui|i|u)s+[in]+e?ss?\b/gi, () => 'business'],
  [/\brespons[aei]b[a-z]{0,4}ty\b/gi, () => 'responsibility'],
  [/\bdepart?e?ment\b/gi, () => 'department']
]

/** One rule over the whole text. What it puts in stands where the words that it replaces begin. */
function respell({ text, at }: Meant, [sought, replacement]: (typeof MISSPELT)[number]): Meant {
  const parts: string[] = []
  const places: number[] = []
  let end = 0
  for (const match of text.matchAll(sought)) {
    const [found] = match
    const meant = replacement(...match.map(group => group ?? ''))
    if (meant === found) continue
    parts.push(text.slice(end, match.index), meant)
    for (let index = end; index < match.index; index++) places.push(at[index] ?? 0)
    // Stretched over what was typed, so that its last character stands at the last one typed.
    for (let index = 0; index < meant.length; index++)
      places.push(at[match.index + Math.min(found.length - 1, Math.floor((index * found.length) / meant.length))] ?? 0)
    end = match.index + found.length
  }
  if (end === 0) return { text, at }
  for (let index = end; index <= text.length; index++) places.push(at[index] ?? 0)
  return { text: parts.join('') + text.slice(end), at: places }
}

/** Work in proportion to the text. */
export function meant(typed: string): Meant {
  const simple = typed.replace(/[\u4e00-\u9fff]/g, sign => SIMPLE.get(sign) ?? sign)
  const narrow = SLIPS.reduce((text, [sought, word]) => text.replace(sought, word), simple).replace(/[’‘`´ʼ′]/g, "'")
  const start = { text: narrow, at: Array.from({ length: narrow.length + 1 }, (_, index) => index) }
  return MISSPELT.reduce(respell, start)
}
