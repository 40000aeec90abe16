/** What is said of whom a draft is for. */
import type { Lang } from '../lang/text.ts'

const zh = {
  sendTo: '“{title}”发给 {n} 人',
  sendLine: '名单只在这台电脑上，不写进指派。刷新后还在，发完再收起。',
  sendDone: '发完了，收起来',
  copyPeople: '复制名单',
  copied: '已复制。',
  copyByHand: '浏览器不让自动复制。内容已选中，请手动复制。'
}

const en: typeof zh = {
  sendTo: '“{title}” is for {n} people',
  sendLine: 'The names stay on this computer and are not in the assignment. They stay here until you put them away.',
  sendDone: 'Sent: put this away',
  copyPeople: 'Copy the names',
  copied: 'Copied.',
  copyByHand: 'The browser does not allow copying. The text is selected: copy it by hand.'
}

export const SEND_TO_WORDS: Readonly<Record<Lang, typeof zh>> = { zh, en }
