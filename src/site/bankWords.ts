/** What the authors' page about the bank says. */
import type { Lang } from '../lang/text.ts'
import type { BotRow } from '../quiz/botTables.ts'
import type { Check } from '../quiz/itemWriting.ts'
import type { Kind } from '../quiz/question.ts'

interface BankWords {
  readonly title: string
  readonly summary: string
  readonly bots: string
  readonly botsLine: string
  readonly leak: string
  readonly noLeak: string
  readonly whole: string
  readonly of: string
  readonly bot: string
  readonly both: string
  readonly langs: Readonly<Record<Lang, string>>
  readonly cell: string
  readonly botNames: Readonly<Record<BotRow['bot'], string>>
  readonly botMeanings: Readonly<Record<BotRow['bot'], string>>
  readonly kinds: Readonly<Partial<Record<Kind, string>>>
  readonly meanings: string
  readonly keys: string
  readonly place: string
  readonly found: string
  readonly expected: string
  readonly length: string
  readonly key: string
  readonly other: string
  readonly writing: string
  readonly writingLine: string
  readonly guideline: string
  readonly check: string
  readonly checks: Readonly<Record<Check, string>>
}

const ZH: BankWords = {
  title: '题库体检',
  summary: '给编者：只看形式能猜对多少，题目写法有哪些要再看一眼。',
  bots: '猜题机器人',
  botsLine:
    '什么都不懂、只看一种形式线索的“学员”。数字是比瞎猜多得的百分点，方括号里是 95% 区间，小字是机器人得分和瞎猜得分。整个题库里多出 5 个百分点，或某一题型里多出 5 个百分点而且不是偶然，就算漏题，前面有“!”。',
  leak: '漏题：',
  noLeak: '没有机器人找到漏题。',
  whole: '全部题型',
  of: '{name}（{n} 题）',
  bot: '机器人',
  both: '合计',
  langs: { zh: '中文', en: '英文' },
  cell: '得 {score}，瞎猜 {chance}',
  botNames: {
    longest: '最长',
    shortest: '最短',
    first: '第一个',
    last: '最后一个',
    polite: '最客气',
    figures: '有数字',
    echo: '重复题干',
    careful: '不说绝对',
    random: '瞎猜',
    all: '全选',
    learned: '学过题库'
  },
  botMeanings: {
    longest: '选最长的；排序时最长的排最前；填数时填题里最大的数。',
    shortest: '选最短的；填数时填题里最小的数。',
    first: '选写在第一个的。',
    last: '选写在最后一个的。',
    polite: '选客气话最多的；写回复时只写一句客套话。',
    figures: '选有时间、日期或数字的。',
    echo: '选和题干重复的词最多的；配对、分类时选和那一项重复最多的。',
    careful: '选没有“绝对、一律”这类词的。',
    random: '瞎猜：所有可能的答法一样多。',
    all: '能全选就全选。',
    learned: '把上面的线索合起来用，权重从题库其余九成里学（只做选择题）。只供参考，不算漏题。'
  },
  kinds: { single: '单选', multiple: '多选', replace: '换一句说' },
  meanings: '每个机器人怎么猜',
  keys: '正确选项',
  place: '位置',
  found: '实际',
  expected: '应有',
  length: '平均字数',
  key: '正确',
  other: '其他',
  writing: '写法检查',
  writingLine:
    '编号是 Haladyna、Downing、Rodriguez 2002 的准则号。列出来的不一定有错，值得再看一眼；真正的错误在 npm run check 里。命令行里的 npm run bank:report 是同一份报告，还会列出每处漏题是哪几题。',
  guideline: '准则',
  check: '检查',
  checks: {
    'negative-stem': '题干问“哪个不对”',
    'all-above': '“以上都对”',
    'none-above': '“以上都不对”',
    clang: '只有正确选项重复题干的词',
    'absolute-distractor': '只有错误选项用了绝对的词',
    'long-key': '正确选项比最长的错误选项长一半以上',
    'short-key': '正确选项不到最短的错误选项的三分之二',
    'alike-choices': '两个选项几乎一样',
    'alike-questions': '两道题几乎一样'
  }
}

const EN: BankWords = {
  title: 'The bank, examined',
  summary: 'For authors: how far mere form gets a guesser, and which questions deserve a second look.',
  bots: 'Guessing bots',
  botsLine:
    'Learners who know nothing and follow one cue of form. The number is points above chance, with its 95% interval; the small line has the bot’s score and that of chance. Five points above chance over the whole bank, or in one kind when chance does not explain it, is a leak, marked with “!”.',
  leak: 'Leaks: ',
  noLeak: 'No bot found a leak.',
  whole: 'All kinds',
  of: '{name} ({n})',
  bot: 'Bot',
  both: 'Both',
  langs: { zh: 'Chinese', en: 'English' },
  cell: '{score}, chance {chance}',
  botNames: {
    longest: 'Longest',
    shortest: 'Shortest',
    first: 'First',
    last: 'Last',
    polite: 'Politest',
    figures: 'Figures',
    echo: 'Echo',
    careful: 'Careful',
    random: 'Random',
    all: 'All of them',
    learned: 'Learned'
  },
  botMeanings: {
    longest: 'takes the longest; puts the longest step first; types the largest number of the question.',
    shortest: 'takes the shortest; types the smallest number.',
    first: 'takes what was written first.',
    last: 'takes what was written last.',
    polite: 'takes the most polite words; replies with an empty courtesy.',
    figures: 'takes what names a time, a day or a number.',
    echo: 'takes what repeats most words of the stem; places an item where its own words come back.',
    careful: 'avoids “always”, “all” and their like.',
    random: 'chance: every possible answer is as likely.',
    all: 'ticks everything that may be ticked.',
    learned:
      'weighs these cues together as they paid in the other nine tenths of the bank (choices only). For information; no leak by itself.'
  },
  kinds: { single: 'One choice', multiple: 'Several choices', replace: 'Say instead' },
  meanings: 'How each bot guesses',
  keys: 'The keys',
  place: 'Place',
  found: 'Found',
  expected: 'Expected',
  length: 'Mean length in characters',
  key: 'Key',
  other: 'Others',
  writing: 'Item writing',
  writingLine:
    'The numbers are the guidelines of Haladyna, Downing and Rodriguez 2002. What is listed need not be wrong, and deserves a second look; real mistakes are found by npm run check. On the command line npm run bank:report prints the same report, with the questions behind each leak.',
  guideline: 'Guideline',
  check: 'Check',
  checks: {
    'negative-stem': 'Stem asks for what is wrong',
    'all-above': 'All of the above',
    'none-above': 'None of the above',
    clang: 'The key alone repeats words of the stem',
    'absolute-distractor': 'Absolute words in distractors only',
    'long-key': 'Key over 1.5 times the longest distractor',
    'short-key': 'Key under two thirds of the shortest distractor',
    'alike-choices': 'Two choices almost alike',
    'alike-questions': 'Two questions almost alike'
  }
}

export const BANK_WORDS: Readonly<Record<Lang, BankWords>> = { zh: ZH, en: EN }
