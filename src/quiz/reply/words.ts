/** What only a reply in one's own words says. */
import type { Lang } from '../../lang/text.ts'
import type { Need } from '../question.ts'
import type { State } from '../score.ts'

type Needs = Readonly<Record<Need, string>>
type Verdicts = Readonly<Record<State, string>>

const ZH = {
  field: '写下你要说的话',
  failed: '检查用的规则没有载入。请看看网络，再重新打开这一页：你写的话还在。',
  yours: '你说的话',
  none: '（没有写）',
  notSaid: '（不能说）',
  rule: '禁用语',
  banned: '{rule}：“{words}”一类的话不能说。有它在，这次不得分。',
  met: {
    heard: '对方知道你听见了',
    who: '说了谁来做',
    what: '说了做什么',
    when: '说了什么时候'
  } as Needs,
  missing: {
    heard: '没看出来：对方怎么知道你听见了？',
    who: '没看出来：谁来做？',
    what: '没看出来：具体做什么？“处理”“想办法”不算。',
    when: '没看出来：什么时候？“尽快”“稍后”不算。'
  } as Needs,
  polite: '话很客气，可是对方还不知道接下来会怎样，所以不得分。',
  model: '可以这样说：',
  why: '好在哪里',
  form: '这里只看得出字面：有没有禁用语，有没有谁、做什么、什么时候。意思对不对、听着暖不暖，机器看不懂，请你自己对照着想。',
  verdicts: { right: '该有的都有了。', partly: '有了一部分。', wrong: '还不行。', unanswered: '' } as Verdicts
}

const EN: typeof ZH = {
  field: 'Write what you say',
  failed: 'The rules to check it by could not be loaded. Look at the connection and open this page again: your words are kept.',
  yours: 'What you say',
  none: '(nothing written)',
  notSaid: '(not to be said)',
  rule: 'Banned phrase',
  banned: '{rule}: nothing like “{words}” is said. With it in there, this earns nothing.',
  met: {
    heard: 'They know that you heard them',
    who: 'It says who will act',
    what: 'It says what will be done',
    when: 'It says by when'
  },
  missing: {
    heard: 'Not found: how do they know that you heard them?',
    who: 'Not found: who will act?',
    what: 'Not found: what will be done? “Handle it” and “do our best” don’t count.',
    when: 'Not found: by when? “Soon” and “as soon as possible” don’t count.'
  },
  polite: 'It is kind, but they still don’t know what happens next, so it earns nothing.',
  model: 'For example:',
  why: 'What is good about it',
  form: 'Only the wording is looked at: banned phrases; who, what and by when. Whether it is true and sounds kind no machine can tell: compare, and judge for yourself.',
  verdicts: { right: 'It has all it needs.', partly: 'It has some of what it needs.', wrong: 'Not yet.', unanswered: '' }
}

export type ReplyWords = typeof ZH
export const REPLY_WORDS: Readonly<Record<Lang, ReplyWords>> = { zh: ZH, en: EN }
