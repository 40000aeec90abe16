/** What only matching and sorting say. */
import type { Lang } from '../../lang/text.ts'

const ZH = {
  choose: '请选择…',
  used: '{group}（已用）',
  partners: '可选的答案',
  given: '你选的：{group}',
  none: '你没有选。',
  key: '应选：{group}'
}

const EN: typeof ZH = {
  choose: 'Choose…',
  used: '{group} (used)',
  partners: 'To choose from',
  given: 'You chose: {group}',
  none: 'You chose none.',
  key: 'The answer: {group}'
}

export const PLACE_WORDS: Readonly<Record<Lang, typeof ZH>> = { zh: ZH, en: EN }
