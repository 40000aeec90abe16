/** What only a text with gaps says. */
import type { Lang } from '../../lang/text.ts'

const ZH = {
  gap: '第 {k} 空，共 {n} 空',
  place: '第 {k} 空：',
  choose: '请选择…',
  empty: '没有填',
  key: '应填：{words}。',
  or: ' 或 '
}

const EN: typeof ZH = {
  gap: 'Gap {k} of {n}',
  place: 'Gap {k}:',
  choose: 'Choose…',
  empty: 'left empty',
  key: 'It should say {words}.',
  or: ' or '
}

export const GAP_WORDS: Readonly<Record<Lang, typeof ZH>> = { zh: ZH, en: EN }
