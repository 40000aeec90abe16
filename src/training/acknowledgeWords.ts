/** What a page says that asks to be read and followed, and what the learner's own page says of it. */
import type { Lang } from '../lang/text.ts'

const ZH = {
  title: '读完请确认',
  chip: '手册的要求',
  why: '请你确认，是手册自己的要求，不是标准里的。',
  button: '我已读完第 {n} 版，会照着做',
  said: '{day}，你确认过：已读完第 {n} 版，会照着做。',
  outdated: '你在 {day} 确认的是第 {n} 版，之后内容有变更（见下面的“修改记录”）。请看过，再确认一次。',
  never: '还没有确认。',
  saved: '已记在这台设备的学习记录里，不往外发。老师布置了本页的，会写进你交的回执；要交给别人，打印本页。',
  notSaved: '没能保存，关掉本页就没了。可以先打印本页签字。',
  failed: '没有打开，请检查网络，再点一次。',
  paper: ['姓名', '日期', '签字'],
  listTitle: '要确认的页面',
  listNever: '第 {n} 版，还没有确认',
  listSaid: '{day} 已确认第 {n} 版',
  listOutdated: '{day} 确认的是第 {n} 版，内容已有变更，请再看一遍'
}

const EN: typeof ZH = {
  title: 'When you have read this page',
  chip: 'The handbook asks',
  why: 'It is the handbook’s own request, not part of the standard.',
  button: 'I have read revision {n} and will follow it',
  said: 'On {day} you confirmed: I have read revision {n} and will follow it.',
  outdated: 'On {day} you confirmed revision {n}. The content has changed since (see the history below). Please read it and confirm again.',
  never: 'Not confirmed yet.',
  saved:
    'Kept in the learning record on this device, and sent nowhere. If your trainer assigned this page, your receipt will say it. To hand it to someone else, print this page.',
  notSaved: 'It could not be saved and is lost when this page is closed. You can print the page and sign it.',
  failed: 'This did not load. Check the network and press again.',
  paper: ['Name', 'Date', 'Signature'],
  listTitle: 'Pages to confirm',
  listNever: 'Revision {n}, not confirmed yet',
  listSaid: 'Revision {n} confirmed on {day}',
  listOutdated: 'Revision {n} confirmed on {day}; the content has changed since, please read it again'
}

export type AcknowledgeWords = typeof ZH

export const ACKNOWLEDGE_WORDS: Readonly<Record<Lang, AcknowledgeWords>> = { zh: ZH, en: EN }
