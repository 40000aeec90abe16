/** What only a question about an order says. */
import type { Lang } from '../../lang/text.ts'

const ZH = {
  how: '按 ↑ ↓ 移动，也可以拖动数字。',
  up: '上移：{step}',
  down: '下移：{step}',
  moved: '“{step}”移到了第 {k} 位，共 {n} 位。',
  first: '已经在最前面。',
  last: '已经在最后面。',
  keep: '不用动，就是这个顺序',
  kept: '已按现在的顺序记下。',
  key: '正确的顺序：',
  stands: '前后关系对。',
  astray: '这一步不该在这里。',
  was: '你排在第 {k} 位。',
  leftOut: '你没有排这一步。',
  must: '“{first}”一定要在“{second}”之前。'
}

const EN: typeof ZH = {
  how: 'Move the steps with ↑ ↓, or drag them by their number.',
  up: 'Move up: {step}',
  down: 'Move down: {step}',
  moved: '“{step}” moved to place {k} of {n}.',
  first: 'It is the first already.',
  last: 'It is the last already.',
  keep: 'The order is right as it is',
  kept: 'Taken in the order it has now.',
  key: 'The right order:',
  stands: 'In order with the others.',
  astray: 'This step doesn’t belong here.',
  was: 'You had it at place {k}.',
  leftOut: 'You left it out.',
  must: '“{first}” must come before “{second}”.'
}

export type OrderWords = typeof ZH
export const ORDER_WORDS: Readonly<Record<Lang, OrderWords>> = { zh: ZH, en: EN }
