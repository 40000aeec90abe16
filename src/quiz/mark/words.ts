/** What only a transcript to be marked says. */
import type { Lang } from '../../lang/text.ts'

const ZH = {
  how: '点一下有错的话，标出来，再选它违反的规定；再点一下就取消。',
  customer: '对方',
  staff: '同事',
  breaks: '“{words}”违反：',
  choose: '选一条规定…',
  marked: '已标出“{words}”。请在这段话下面选它违反的规定。',
  unmarked: '已取消“{words}”。',
  markedAll: '选中的话已标出 {n} 处。请在下面选它们违反的规定。',
  otherRule: '这里确实有错，但违反的不是这一条：',
  fine: '这里没有违反规定。',
  missed: '这里漏了。',
  unsuspected: '这里没问题。',
  broken: '违反：'
}

const EN: typeof ZH = {
  how: 'Tap the words that are wrong to mark them, and choose the rule they break. Tap again to take a mark back.',
  customer: 'Customer',
  staff: 'Colleague',
  breaks: '“{words}” breaks:',
  choose: 'Choose a rule…',
  marked: 'Marked “{words}”. Choose the rule it breaks below these words.',
  unmarked: 'No longer marked: “{words}”.',
  markedAll: 'Marked in what you selected: {n}. Choose the rules they break below.',
  otherRule: 'Something is wrong here, but it’s not this rule that it breaks:',
  fine: 'This breaks no rule.',
  missed: 'You missed this.',
  unsuspected: 'Nothing wrong here.',
  broken: 'It breaks:'
}

export type MarkWords = typeof ZH
export const MARK_WORDS: Readonly<Record<Lang, MarkWords>> = { zh: ZH, en: EN }
