/** What a check under an assignment says, in both languages: it is a few lines, and loaded by few. And what home says. */
import type { Lang } from '../lang/text.ts'

const zh = {
  untitled: '没有标题的指派',
  begin: '这次测验计入“{title}”，{name}（{staff}）。{pass}% 及格。',
  resume: '这次测验计入“{title}”，{name}（{staff}）。{pass}% 及格。',
  passed: '“{title}”里的这个模块已通过（{name}，{staff}）。再考只当练习，不计入。',
  spent: '“{title}”里这个模块的次数用完了（{name}，{staff}）。再考只当练习，不计入；要重考，请找老师重新布置。',
  left: '还可以考 {n} 次。',
  change: '不是你？或者看看指派',
  handBack: '把结果交给老师',
  barred: '这几条不允许出错，所以这次不算通过：'
}

const en: typeof zh = {
  untitled: 'an assignment without a title',
  begin: 'This check counts for “{title}”: {name} ({staff}). {pass}% passes.',
  resume: 'This check counts for “{title}”: {name} ({staff}). {pass}% passes.',
  passed: 'Passed for “{title}”: {name} ({staff}). Another try is practice and does not count.',
  spent: 'No attempts left for “{title}”: {name} ({staff}). Another try is practice; ask your trainer for a new assignment.',
  left: 'Attempts left: {n}.',
  change: 'Not you? See the assignment',
  handBack: 'Hand the result to your trainer',
  barred: 'No mistake is allowed on these, so this attempt does not pass:'
}

export const TASK_WORDS: Readonly<Record<Lang, typeof zh>> = { zh, en }

export const HOME_TASKS = {
  zh: {
    title: '指派给你的',
    untitled: zh.untitled,
    progress: '通过 {k} / {n} 个模块',
    due: '{time} 截止',
    late: '已过期（{time}），还可以做'
  },
  en: {
    title: 'Assigned to you',
    untitled: 'Without a title',
    progress: 'Modules passed: {k} of {n}',
    due: 'due {time}',
    late: 'overdue ({time}), can still be done'
  }
} as const satisfies Record<Lang, unknown>
