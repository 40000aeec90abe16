/** What the search box says, in both languages. */
import type { Lang } from '../lang/text.ts'
import type { FileNumber } from './fileNumber.ts'
import type { LineKind } from './section.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** 1st, 2nd, 3rd, 21st, up to 99. */
const nth = (n: number) => n + ((n > 3 && n < 21 ? undefined : ['', 'st', 'nd', 'rd'][n % 10]) || 'th')

const zh = {
  search: '查找',
  hint: '禁用语 / jyy / banned…',
  close: '关闭',
  pinned: '固定的页面',
  recent: '最近查过',
  topics: '按章节找',
  contents: '全部目录',
  here: '固定这一页',
  pin: (title: string) => `固定：${title}`,
  results: (n: number) => `找到 ${n} 条`,
  none: (query: string) => `没有找到“${query}”`,
  noneHint: '换个说法，少打几个字；拼音和首字母也可以。',
  nearest: '最接近的',
  more: (n: number) => `再看 ${n} 条`,
  loading: '正在打开…',
  failed: '没有打开。请检查网络，或从目录里找。',
  again: '再试一次',
  kinds: { standard: '标准', reading: '解读', advice: '建议', gap: '原文缺失', dont: '不能说', say: '可以这样说' } as Readonly<
    Record<LineKind, string>
  >,
  isFileNumber: '档案编号',
  noFileNumber: '不是档案编号',
  fileNumber({ digits, year, month, day, serial, fault }: FileNumber): string {
    if (!fault) return `${year}年${month}月${day}日入住，当天第${serial}位客人。`
    const reason = {
      length: `这是${digits.length}位，散客、团队的编号是9位。会员的档案编号就是卡号。`,
      month: `没有${month}月。`,
      day: `${year}年${month}月没有${day}日。`,
      serial: '当天第一位客人是001。'
    }
    return `${reason[fault]}前六位是入住的年、月、日，后三位是序列号。`
  }
}

export type SearchWords = Readonly<typeof zh>

const en: SearchWords = {
  search: 'Search',
  hint: 'banned phrases / jyy…',
  close: 'Close',
  pinned: 'Pinned',
  recent: 'Looked up lately',
  topics: 'Browse by section',
  contents: 'Contents',
  here: 'Pin this page',
  pin: title => `Pin: ${title}`,
  results: n => `Results: ${n}`,
  none: query => `Nothing found for “${query}”`,
  noneHint: 'Try other words, or fewer of them.',
  nearest: 'The nearest',
  more: n => `${n} more`,
  loading: 'Opening…',
  failed: 'That did not open. Check the connection, or look in the contents.',
  again: 'Try again',
  kinds: {
    standard: 'Standard',
    reading: 'Our reading',
    advice: 'Advice',
    gap: 'Lost in the source',
    dont: 'Don’t say',
    say: 'Say instead'
  },
  isFileNumber: 'File number',
  noFileNumber: 'Not a file number',
  fileNumber({ digits, year, month, day, serial, fault }) {
    const name = MONTHS[month - 1]
    if (!fault) return `Checked in on ${day} ${name} ${year}: guest ${serial} of that day.`
    const reason = {
      length: `It has ${digits.length} digits; an individual or group guest’s number has 9. A member’s file number is the card number.`,
      month: `There is no month ${month}.`,
      day: `${name} ${year} has no ${nth(day)} day.`,
      serial: 'The first guest of a day is 001.'
    }
    return `${reason[fault]} The first six digits are year, month and day of the check-in, the last three the serial number.`
  }
}

export const SEARCH_WORDS: Readonly<Record<Lang, SearchWords>> = { zh, en }
