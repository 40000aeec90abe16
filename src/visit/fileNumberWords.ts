/** What only the page of file numbers says. */
import type { Lang } from '../lang/text.ts'

const ZH = {
  title: '编号工具',
  lead: '由入住日期和序列号写出编号，或把编号读回来；写错的，说清错在哪里。',
  kept: '这一页什么都不保存。',
  make: '写一个编号',
  checkIn: '入住日期',
  serial: '当天第几位（序列号）',
  noDay: '请选入住日期。',
  noCentury: '编号只有年份的后两位，这里只写 2000 到 2099 年。',
  noSerial: '序列号是 1 到 {largest}。',
  copy: '复制编号',
  copied: '已复制 {number}。',
  notCopied: '没能复制，请选中编号手动复制。',
  read: '读一个编号，或接着往下编',
  typed: '编号（例如当天最后一个）',
  empty: '写九位数字，全角、空格、短横都可以。',
  isDay: '入住日期：{day}',
  isSerial: '当天第 {serial} 位客人',
  future: '这一天还没到，看看是不是写成了别的日期。',
  next: '这一天的下一个：{number}',
  copyNext: '复制下一个编号',
  full: '{largest} 之后怎么编，原文没写。按本单位现行做法；没有的，问分管负责人。',
  first: '今天的第一个：{number}',
  otherDay: '这个编号不是今天入住的。',
  wrong: {
    empty: '写九位数字，全角、空格、短横都可以。',
    letters: '编号里只有数字，这里有“{sign}”。',
    short: '编号是 {wanted} 位，这里只有 {count} 位，少 {missing} 位。',
    long: '编号是 {wanted} 位，这里有 {count} 位，多 {missing} 位。',
    month: '没有这个日期：第 3、4 位是月份，没有 {month} 月。',
    day: '没有这个日期：{year} 年 {month} 月只有 {last} 天，第 5、6 位写的是 {day}。',
    serial: '序列号从 001 起，没有 000。'
  },
  reading: '本书解读',
  century: '原文的年份印成“20xx”，编号开头是 04，读作 2004 年。年份只有后两位，这里一律读作 20xx 年。',
  gap: '当天超过 999 位怎么编、团队是一团一号还是一人一号，原文没写。按本单位现行做法；没有的，问分管负责人。',
  card: '会员（持卡）客人不编号，以卡号为准。',
  rules: '讲解页',
  failed: '这一页的工具没能载入。请看讲解页，或连上网络后重新打开本页。',
  without: '这个工具要在浏览器里运行脚本，这里没有开启。编号的写法在这一页：'
}

export type FileNumberWords = typeof ZH

const EN: FileNumberWords = {
  title: 'File number tool',
  lead: 'From check-in day and serial number to the file number and back. What can’t be right is explained.',
  kept: 'This page keeps nothing.',
  make: 'Write a number',
  checkIn: 'Check-in day',
  serial: 'Which guest of the day (serial number)',
  noDay: 'Choose the check-in day.',
  noCentury: 'The number holds two digits of the year: from 2000 to 2099 only.',
  noSerial: 'The serial number is 1 to {largest}.',
  copy: 'Copy the number',
  copied: 'Copied {number}.',
  notCopied: 'It could not be copied. Select the number and copy it by hand.',
  read: 'Read a number, or go on from it',
  typed: 'Number (today’s last one, for example)',
  empty: 'Write nine digits. Full-width ones, spaces and dashes are fine.',
  isDay: 'Checked in on {day}',
  isSerial: 'Guest {serial} of that day',
  future: 'That day has not come yet. Look whether another one was meant.',
  next: 'Next of that day: {number}',
  copyNext: 'Copy the next number',
  full: 'What follows after {largest} is not in the source. Follow your unit’s current practice; where there is none, ask the person in charge.',
  first: 'Today’s first: {number}',
  otherDay: 'This number is not of a guest who checked in today.',
  wrong: {
    empty: 'Write nine digits. Full-width ones, spaces and dashes are fine.',
    letters: 'A file number has digits only; this one has “{sign}”.',
    short: 'A file number has {wanted} digits; this one has {count}, {missing} too few.',
    long: 'A file number has {wanted} digits; this one has {count}, {missing} too many.',
    month: 'There is no such date: digits 3 and 4 are the month, and there is no month {month}.',
    day: 'There is no such date: month {month} of {year} has {last} days, and digits 5 and 6 say {day}.',
    serial: 'Serial numbers begin with 001; there is no 000.'
  },
  reading: 'Our reading',
  century:
    'The source prints the year as “20xx”; we read 2004 because the number begins with 04. With two digits of the year, every number here is read as 20xx.',
  gap: 'What follows after 999 guests in a day, and whether a group has one number or one a person, are not in the source. Follow your unit’s current practice; where there is none, ask the person in charge.',
  card: 'A member (card-holding) guest gets no such number: the card number is the file number.',
  rules: 'Explained',
  failed: 'The tool could not be loaded. Read the page that explains it, or open this one again when you are online.',
  without: 'The tool runs a script in your browser, and scripts are off here. How the number is written stands on this page:'
}

export const FILE_NUMBER_WORDS: Readonly<Record<Lang, FileNumberWords>> = { zh: ZH, en: EN }

/** What is wrong with a number, as it is told. */
export function faultTemplate(words: FileNumberWords, why: string, isShort: boolean): string {
  if (why === 'length') return isShort ? words.wrong.short : words.wrong.long
  return words.wrong[why as keyof FileNumberWords['wrong']]
}
