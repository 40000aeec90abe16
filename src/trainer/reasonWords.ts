/** Why a receipt is refused, what is told about one that counts, and how far a person is: in words. */
import type { RowState } from './matrix.ts'
import type { Reason } from './reasons.ts'
import type { Told } from './verdict.ts'

export const STATES_ZH: Record<RowState, string> = { done: '完成', 'done-late': '过期完成', working: '在学', absent: '没交' }
export const STATES_EN: Record<RowState, string> = { done: 'Done', 'done-late': 'Done late', working: 'Working', absent: 'Nothing yet' }

export const REASONS_ZH: Record<Reason, string> = {
  'not-one': '不是回执。请学员从“我的指派”里重新复制。',
  newer: '是更新版的手册做的。请刷新本页再收一次。',
  'other-trainer': '是交给别的老师的，或者用的是你没有恢复的旧密钥。',
  altered: '路上被改过或截短了，打不开。请学员重新发。',
  duplicate: '已经收过，没有重复计算。',
  'unknown-assignment': '对应的指派不在这台电脑上。恢复备份后再收一次。',
  'edited-link': '学员用的不是你发出的那个链接：及格线、期限或模块被改过。',
  'unknown-module': '里面有你没有布置的模块或页面。',
  'before-assignment': '结果的时间比指派还早：是旧结果，或者那台设备的时间不对。'
}
export const REASONS_EN: Record<Reason, string> = {
  'not-one': 'This is no receipt. Ask the learner to copy it again from “My assignments”.',
  newer: 'A newer handbook made it. Reload this page and import it again.',
  'other-trainer': 'It is sealed to another trainer, or to an old key of yours that is not on this computer.',
  altered: 'It was changed or cut on its way and can’t be opened. Ask the learner to send it again.',
  duplicate: 'It was here already and is not counted twice.',
  'unknown-assignment': 'Its assignment is not on this computer. Restore your backup, then import it again.',
  'edited-link': 'It was not made from the link you handed out: a mark, a date or a module had been changed.',
  'unknown-module': 'It reports a module or a page you did not assign.',
  'before-assignment': 'Its results are older than the assignment: an old result, or a wrong clock on that device.'
}
export const TOLD_ZH: Record<Told, string> = {
  older: '同一台设备已经交过更新的，这张留存备查。',
  gap: '同一台设备前面缺一张回执。',
  'broken-chain': '和前一张回执接不上：这台设备的记录可能被复制过。',
  restarted: '这台设备的回执又从第 1 张编起：学员移除指派后重新接受过，或者记录被复制过。以前的结果照样算。',
  'not-on-roster': '工号不在名单里。',
  'other-name': '姓名和名单上的不一样。',
  'new-device': '这位学员以前是用另一台设备交的。',
  'shared-device': '另一位学员也用这台设备交过。',
  'other-revision': '学的是手册的另一个版本。',
  late: '有模块是过期完成的。',
  'clock-ahead': '那台设备的时间比这里快。',
  'too-many-attempts': '考的次数超过了规定。',
  impossible: '成绩不合理：没到及格线却算通过，或者得分比答对的题该有的还高。',
  rescored: '答案重新判过，分数相符。',
  'score-differs': '答案重新判过，和回执上的分数对不上。',
  'not-rescored': '有题目后来改过或撤掉了，没法重新判分。',
  'other-draw': '做的不是这一版手册按种子抽出来的题：可能中间换过版本，也可能题目是自己挑的。',
  'answers-altered': '附的答案打不开，或者不是这张回执的。'
}
export const TOLD_EN: Record<Told, string> = {
  older: 'A newer one from this device is here already; this one is kept for reference.',
  gap: 'An earlier receipt of this device is missing.',
  'broken-chain': 'It does not follow from the receipt before: the device’s record may have been copied.',
  restarted:
    'The device numbers its receipts from 1 again: the assignment was removed and taken on anew, or the record was copied. Earlier results still count.',
  'not-on-roster': 'The staff number is not on your list.',
  'other-name': 'The name is not the one on your list.',
  'new-device': 'This learner handed in from another device before.',
  'shared-device': 'Another learner has handed in from this device.',
  'other-revision': 'It was learnt from another version of the handbook.',
  late: 'A module was finished after the due date.',
  'clock-ahead': 'That device’s clock is ahead of this one.',
  'too-many-attempts': 'More attempts than you allowed.',
  impossible: 'A result can’t be right: passed below the pass mark, or a higher score than its answers can earn.',
  rescored: 'Its answers were marked again and earn what it says.',
  'score-differs': 'Its answers, marked again, do not earn the score it reports.',
  'not-rescored': 'A question was changed or withdrawn since, so its answers can’t be marked again.',
  'other-draw':
    'Its questions are not the ones its seed draws in this version: the handbook changed in between, or they were picked by hand.',
  'answers-altered': 'The answers that came with it can’t be opened, or belong to another receipt.'
}
