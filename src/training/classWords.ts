/** What a class and a printed sheet say. A page gets its own language; a class has both, for the switch. */
import type { Lang } from '../lang/text.ts'
import type { PaperKind } from '../quiz/paper.ts'

const ZH = {
  choose: {
    count: '题数',
    outOf: '可选 {n} 题',
    seed: '抽题号',
    seedHow: '同一个抽题号抽出同一套题。留空就换一套。',
    kinds: '题型'
  },
  class: {
    start: '开始上课：{n} 题',
    goOn: '接着上刚才的课（抽题号 {seed}）',
    place: '第 {k} / {n} 题',
    seedIs: '抽题号 {seed}',
    previous: '上一题',
    next: '下一题',
    showAnswer: '看答案',
    hideAnswer: '收起答案',
    showRule: '看规定',
    hideRule: '收起规定',
    clear: '清零',
    restore: '恢复举手数',
    fullScreen: '全屏',
    leaveScreen: '退出全屏',
    other: 'EN',
    otherLabel: 'EN: in English',
    help: '按键',
    end: '下课',
    controls: '操作',
    add: '加一人',
    less: '{sign} 减一人',
    counted: '{sign}：{n} 人',
    cleared: '已清零。',
    restored: '举手数已恢复。',
    answer: '答案',
    over: '这一套讲完了',
    rightHands: '举手 {n} 次，举对 {k} 次',
    noHands: '没有数举手',
    signs: '字母键和数字键可用',
    keys: [
      ['→ ←', '下一题、上一题'],
      ['PageDown PageUp', '翻页笔：先看答案，再到下一题；往回同理'],
      ['空格、Enter、翻页笔的黑屏键', '看答案，收起答案'],
      ['R', '看规定，收起规定'],
      ['1–6', '给 A–F 加一人；按住 Shift 减一人'],
      ['C', '这一题清零；再按一次恢复'],
      ['F', '全屏'],
      ['L', '中文、英文切换'],
      ['↑ ↓', '滚动'],
      ['?', '这张按键表']
    ]
  },
  worksheet: {
    another: '换一套题',
    key: '答案',
    keys: { none: '不印', after: '印在后面，另起一页', only: '只印答案' },
    duplex: '双面打印时，题和答案请分两次打，免得答案印在卷子背面。',
    print: '打印',
    toClass: '用这套题上课',
    preview: '预览',
    sheet: '练习卷',
    keySheet: '练习卷答案',
    name: '姓名',
    date: '日期',
    score: '得分',
    printed: '抽题号 {seed} · {n} 题 · 题型：{kinds} · 内容版本 {revision}',
    allKinds: '全部',
    comma: '、',
    see: '见下',
    answers: '答案一览'
  },
  kinds: {
    single: '单选',
    multiple: '多选',
    replace: '换一句说',
    order: '排顺序',
    match: '配对',
    sort: '分类',
    mark: '找错处',
    gap: '补全',
    number: '算一算',
    reply: '自己说'
  } satisfies Record<PaperKind, string>
}

const EN: typeof ZH = {
  choose: {
    count: 'Questions',
    outOf: 'out of {n}',
    seed: 'Seed',
    seedHow: 'The same seed draws the same questions. Leave it empty for a new one.',
    kinds: 'Kinds'
  },
  class: {
    start: 'Start the class: {n} questions',
    goOn: 'Go on with the last class (seed {seed})',
    place: 'Question {k} of {n}',
    seedIs: 'Seed {seed}',
    previous: 'Previous',
    next: 'Next',
    showAnswer: 'Show answer',
    hideAnswer: 'Hide answer',
    showRule: 'Show rule',
    hideRule: 'Hide rule',
    clear: 'Clear count',
    restore: 'Restore count',
    fullScreen: 'Full screen',
    leaveScreen: 'Leave full screen',
    other: '中文',
    otherLabel: '中文：换成中文',
    help: 'Keys',
    end: 'End',
    controls: 'Controls',
    add: 'add a hand',
    less: 'One hand less for {sign}',
    counted: '{sign}: {n}',
    cleared: 'Count cleared.',
    restored: 'Count restored.',
    answer: 'The answer',
    over: 'That was the last question',
    rightHands: '{k} of {n} hands right',
    noHands: 'no hands counted',
    signs: 'Letters and digits are keys',
    keys: [
      ['→ ←', 'next question, previous question'],
      ['PageDown PageUp', 'a clicker: the answer first, then the next question; and back again'],
      ['Space, Enter, a clicker’s black-screen button', 'show or hide the answer'],
      ['R', 'show or hide the rule'],
      ['1–6', 'a hand for A–F; with Shift one hand less'],
      ['C', 'clear this question’s count; again: restore it'],
      ['F', 'full screen'],
      ['L', 'English or Chinese'],
      ['↑ ↓', 'scroll'],
      ['?', 'this list of keys']
    ]
  },
  worksheet: {
    another: 'Draw others',
    key: 'Key',
    keys: { none: 'None', after: 'At the end, on a page of its own', only: 'Only the key' },
    duplex: 'On both sides of the paper, print questions and key one after the other, or the key may land on the back.',
    print: 'Print',
    toClass: 'Use these questions in class',
    preview: 'Preview',
    sheet: 'Worksheet',
    keySheet: 'Key to the worksheet',
    name: 'Name',
    date: 'Date',
    score: 'Score',
    printed: 'Seed {seed} · {n} questions · kinds: {kinds} · content {revision}',
    allKinds: 'all',
    comma: ', ',
    see: 'see below',
    answers: 'Answers at a glance'
  },
  kinds: {
    single: 'One answer',
    multiple: 'Several answers',
    replace: 'Say it better',
    order: 'Put in order',
    match: 'Match',
    sort: 'Sort',
    mark: 'Find the mistakes',
    gap: 'Complete',
    number: 'Work it out',
    reply: 'Your own words'
  }
}

export type ClassWords = typeof ZH
export const CLASS_WORDS: Readonly<Record<Lang, ClassWords>> = { zh: ZH, en: EN }
