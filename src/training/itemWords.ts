/** Interface texts of the authors' page that tells what learners' answers say about the questions. */

import type { Refusal } from '../device/sealed.ts'
import type { Lang } from '../lang/text.ts'
import type { Finding } from '../quiz/itemFindings.ts'

export interface ItemWords {
  readonly title: string
  readonly lead: string
  readonly how: string
  readonly files: string
  readonly fileHint: string
  readonly needsScript: string
  readonly reading: string
  readonly failed: string
  readonly refused: string
  readonly reasons: Readonly<Record<Refusal, string>>
  readonly read: string
  readonly nothing: string
  readonly module: string
  readonly all: string
  readonly save: string
  readonly fileName: string
  readonly line: string
  readonly few: string
  readonly uncertain: string
  readonly fine: string
  readonly findings: Readonly<Record<Finding['type'], string>>
  readonly facility: string
  readonly discrimination: string
  readonly upperLower: string
  readonly seconds: string
  readonly secondsValue: string
  readonly sure: string
  readonly sureValue: string
  readonly unknown: string
  readonly taken: string
  readonly key: string
  readonly count: string
  readonly pull: string
  readonly yes: string
  readonly toQuestion: string
  readonly meanings: string
  readonly meaningLines: readonly string[]
  readonly columns: readonly string[]
}

const ZH: ItemWords = {
  title: '题目统计',
  lead: '学员的作答说明题目好不好：太难、太容易、答得好的人反而选错、没人选的选项。',
  how: '请学员在“我的”里备份学习记录，把文件收到一起，在这里选上。文件只在这台设备上读，不上传，也不保存；同一个人的几份备份算一个人。',
  files: '学习记录备份',
  fileHint: '可以一次选很多个。',
  needsScript: '这一页要用 JavaScript 才能读文件。',
  reading: '正在读取文件…',
  failed: '这一页没能载入。检查网络后刷新，再选一次文件。',
  refused: '没有读：{name}。{why}',
  reasons: {
    'too-large': '文件太大，不像本手册的备份。',
    'not-a-backup': '不是本手册的学习记录备份。',
    newer: '来自更新版本的手册，请刷新页面再试。',
    incomplete: '文件不完整，可能没有下载完。',
    altered: '内容被改动过，和校验值对不上。'
  },
  read: '{learners} 名学员，{tries} 次首次作答，涉及 {items} 道题。',
  nothing: '这些文件里没有现行题目的作答。',
  module: '模块',
  all: '全部',
  save: '存成表格（CSV）',
  fileName: '题目统计',
  line: '{n} 人答过 · 得分率 {facility}',
  few: '{n} 人答过：不到 {least} 人，不下结论',
  uncertain: '人数还少，仅供参考',
  fine: '没有要看的',
  findings: {
    backwards: '答得好的人反而答错：先核对答案，再看措辞',
    pulling: '答得好的人也选它：{ids}',
    'sure-wrong': '不少人很有把握地答错：规定没教清楚，或题目误导',
    hard: '大多数人答错',
    weak: '分不出会不会：答得好的和差的差不多',
    easy: '几乎人人答对',
    idle: '几乎没人选：{ids}'
  },
  facility: '得分率',
  discrimination: '区分度（与其余题的相关）',
  upperLower: '高分组与低分组之差',
  seconds: '用时（中位数）',
  secondsValue: '{n} 秒',
  sure: '有把握而答错',
  sureValue: '{said} 人说了把握，其中 {wrong} 人',
  unknown: '算不出',
  taken: '选了什么',
  key: '答案',
  count: '人数',
  pull: '与其余题的相关',
  yes: '是',
  toQuestion: '看这道题',
  meanings: '这些数字怎么算、怎么看',
  meaningLines: [
    '每人每题只算第一次作答：再答时已经看过解析。改版前的作答不算，那是另一道题。',
    '得分率：平均得分，0 是全错，1 是全对。',
    '区分度：这道题的得分与这个人其余各题平均得分的相关系数（Henrysson 1963）。低于 0.20 算差，低于 0 说明题目反着起作用（Ebel 与 Frisbie 1991）。',
    '高分组与低分组之差：其余题得分最高的 27% 与最低的 27% 相比（Kelley 1939）。',
    '干扰项：至少 5% 的人选，才算起作用（Tarrant 等 2009）。选它的人其余题答得更好，就要重看答案和措辞。',
    '不到 10 人不给数字；不到 30 人标“仅供参考”。数字只告诉你看哪道题，改不改要人来定。'
  ],
  columns: ['题号', '模块', '题型', '题目', '人数', '得分率', '区分度', '高低组差', '用时（秒）', '说了把握', '有把握而答错', '要看什么']
}

const EN: ItemWords = {
  title: 'Item statistics',
  lead: 'What learners’ answers say about the questions: too hard, too easy, missed by the better learners, choices nobody takes.',
  how: 'Ask learners to back up their record under “Me”, collect the files and choose them here. They are read on this device only, sent nowhere and not kept; several backups of one person count as one.',
  files: 'Backups of learners’ records',
  fileHint: 'Choose as many as you like.',
  needsScript: 'This page needs JavaScript to read files.',
  reading: 'Reading the files…',
  failed: 'This page could not be loaded. Check the connection, reload and choose the files again.',
  refused: 'Not read: {name}. {why}',
  reasons: {
    'too-large': 'It is too large to be a backup of this handbook.',
    'not-a-backup': 'It is not a backup of a learner’s record.',
    newer: 'It comes from a newer version of the handbook. Reload the page and try again.',
    incomplete: 'It is incomplete; perhaps the download was cut off.',
    altered: 'It was altered: it does not match its checksum.'
  },
  read: '{learners} learners, {tries} first answers, {items} questions.',
  nothing: 'These files hold no answers to questions of this version.',
  module: 'Module',
  all: 'All',
  save: 'Save as a table (CSV)',
  fileName: 'item-statistics',
  line: '{n} answered · mean mark {facility}',
  few: '{n} answered: fewer than {least} say nothing yet',
  uncertain: 'few answers yet: a hint, not a finding',
  fine: 'nothing to look at',
  findings: {
    backwards: 'The better learners miss it: check the key first, then the wording',
    pulling: 'The better learners take it too: {ids}',
    'sure-wrong': 'Many are sure and wrong: the rule is not taught well, or the question misleads',
    hard: 'Most get it wrong',
    weak: 'Does not tell who knows: good and weak learners do alike',
    easy: 'Almost everybody gets it right',
    idle: 'Taken by almost nobody: {ids}'
  },
  facility: 'Mean mark (facility)',
  discrimination: 'Discrimination (item–rest correlation)',
  upperLower: 'Upper less lower group',
  seconds: 'Time (median)',
  secondsValue: '{n} s',
  sure: 'Sure and wrong',
  sureValue: '{wrong} of the {said} who said how sure they were',
  unknown: 'can’t be worked out',
  taken: 'What was taken',
  key: 'Key',
  count: 'Learners',
  pull: 'Correlation with the rest',
  yes: 'yes',
  toQuestion: 'See the question',
  meanings: 'How these numbers are worked out and read',
  meaningLines: [
    'Each learner’s first answer to a question counts: a later one has seen the reasons. Answers to an older revision are left out; that was another question.',
    'Mean mark: 0 is nobody right, 1 is everybody.',
    'Discrimination: the correlation between the mark in this question and the mean mark in the learner’s other questions (Henrysson 1963). Below 0.20 is poor; below 0 the question works backwards (Ebel and Frisbie 1991).',
    'Upper less lower group: the 27 % who did best in their other questions against the 27 % who did worst (Kelley 1939).',
    'A wrong choice works when at least 5 % take it (Tarrant and others 2009). Where those who take it do better elsewhere, look at the key and the wording.',
    'Below 10 learners no number is given, below 30 it is marked as a hint. The numbers say which question to look at; a person decides what to change.'
  ],
  columns: [
    'Question',
    'Module',
    'Kind',
    'Asked',
    'Learners',
    'Mean mark',
    'Discrimination',
    'Upper less lower',
    'Seconds',
    'Said how sure',
    'Sure and wrong',
    'To look at'
  ]
}

export const ITEM_WORDS: Readonly<Record<Lang, ItemWords>> = { zh: ZH, en: EN }
