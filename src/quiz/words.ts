/** Interface texts around a question. What only one kind says stands in the folder of that kind. */
import type { Lang } from '../lang/text.ts'
import { GAP_WORDS } from './gap/words.ts'
import { NUMBER_WORDS } from './number/words.ts'
import { ORDER_WORDS } from './order/words.ts'
import { PLACE_WORDS } from './place/words.ts'

const ZH = {
  lang: 'zh' as Lang,
  customer: '对方说：',
  notThis: '不能这样说：',
  replace: '换哪一句说？',
  several: '可以选几项',
  right: '对。',
  partly: '对了一部分。',
  wrong: '不对。',
  key: '应选这项。',
  chooseFirst: '先把答案填完整。',
  rules: '依据'
}

const EN: typeof ZH = {
  lang: 'en',
  customer: 'They say:',
  notThis: 'Not this:',
  replace: 'Choose what to say instead',
  several: 'Choose all that apply',
  right: 'Right.',
  partly: 'Partly right.',
  wrong: 'Not right.',
  key: 'This was one to choose.',
  chooseFirst: 'Finish your answer first.',
  rules: 'Rules'
}

/** What only some kinds say is told by the page too, so that their code carries one language and not both. */
function withKinds(words: typeof ZH, lang: Lang) {
  return { ...words, order: ORDER_WORDS[lang], place: PLACE_WORDS[lang], gap: GAP_WORDS[lang], number: NUMBER_WORDS[lang] }
}

export type QuizWords = ReturnType<typeof withKinds>
export const QUIZ_WORDS: Readonly<Record<Lang, QuizWords>> = { zh: withKinds(ZH, 'zh'), en: withKinds(EN, 'en') }
