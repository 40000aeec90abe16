/** What only a question about a number says. */
import type { Lang } from '../../lang/text.ts'
import type { NumberForm } from '../question.ts'

const ZH = {
  answer: '你的答案',
  how: {
    number: '只写数字，例如 12 或 12.5。',
    percent: '只写数字，例如 80。',
    date: '年、月、日都要写，例如 2026-01-30。',
    'file-number': '九位数字。'
  } satisfies Record<NumberForm, string>,
  calendar: '从日历选',
  unreadable: '这样写读不懂。',
  given: '你写的：{answer}。',
  key: '答案：{answer}。',
  slip: '常见的错：{answer}。'
}

const EN: typeof ZH = {
  answer: 'Your answer',
  how: {
    number: 'Digits only, such as 12 or 12.5.',
    percent: 'Digits only, such as 80.',
    date: 'Year, month and day, such as 2026-01-30.',
    'file-number': 'Nine digits.'
  },
  calendar: 'Calendar',
  unreadable: 'This can’t be read.',
  given: 'You wrote {answer}.',
  key: 'The answer: {answer}.',
  slip: 'Often answered: {answer}.'
}

export const NUMBER_WORDS: Readonly<Record<Lang, typeof ZH>> = { zh: ZH, en: EN }
