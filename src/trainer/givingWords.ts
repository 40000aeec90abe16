/** What handing an assignment out says, beyond the link: the poster, which speaks both languages, and the calendar file. */
import type { Lang } from '../lang/text.ts'

const zh = {
  poster: '打印海报',
  remind: '日历提醒（.ics）',
  reminded: '日历文件在下载文件夹里。放进日历，或者附在通知里发给大家。',
  remindTitle: '截止：{title}',
  failed: '没有成功。刷新页面再试一次。',
  sheetTitle: '海报',
  sheetLine: '一张 A4，中英文都有。贴在公告栏、值班室门口。',
  print: '打印',
  close: '关闭',
  draftsTitle: '草稿和模板',
  draftsLine: '表单里写的随时自动存成草稿，可以同时留几份。常用的存成模板，下次从它开始。',
  fresh: '另起一份空白的',
  toTemplate: '把现在的存成模板',
  kept: '“{title}”已存成模板。',
  untitled: '没有标题',
  draft: '草稿',
  template: '模板',
  changed: '{time} 改过，{n} 个模块',
  isOpen: '正在表单里',
  open: '打开',
  openOf: '打开：草稿“{title}”',
  use: '用它新建',
  useOf: '用它新建：模板“{title}”',
  drop: '删除',
  dropOf: '删除：{kind}“{title}”',
  dropped: '“{title}”已删除。',
  undo: '撤销',
  back: '“{title}”回来了。'
}

const en: typeof zh = {
  poster: 'Poster to print',
  remind: 'Calendar reminder (.ics)',
  reminded: 'The calendar file is in your downloads. Put it into a calendar, or send it along with the message.',
  remindTitle: 'Due: {title}',
  failed: 'That did not work. Reload the page and try again.',
  sheetTitle: 'Poster',
  sheetLine: 'One A4 page in Chinese and English, for the notice board or the staff room door.',
  print: 'Print',
  close: 'Close',
  draftsTitle: 'Drafts and templates',
  draftsLine: 'What is in the form is kept as a draft while you type, and there can be several. Keep as a template what you need again.',
  fresh: 'Begin an empty one',
  toTemplate: 'Save this as a template',
  kept: '“{title}” is a template now.',
  untitled: 'Without a title',
  draft: 'Draft',
  template: 'Template',
  changed: 'Changed {time}, modules: {n}',
  isOpen: 'In the form now',
  open: 'Open',
  openOf: 'Open: draft “{title}”',
  use: 'New from this',
  useOf: 'New from this: template “{title}”',
  drop: 'Delete',
  dropOf: 'Delete: {kind} “{title}”',
  dropped: '“{title}” is deleted.',
  undo: 'Undo',
  back: '“{title}” is back.'
}

export const GIVING_WORDS: Readonly<Record<Lang, typeof zh>> = { zh, en }

const posterZh = {
  locale: 'zh-CN',
  call: '用手机相机扫码，开始学习',
  due: '完成期限',
  dueAt: '{time}（{zone}）',
  noDue: '没有期限',
  takes: '{n} 个模块，约 {minutes} 分钟',
  by: '布置人：{by}',
  elsewise: '扫不了码：打开下面的网址，把老师发的消息或这张纸底部的指派码粘贴进去。',
  noQr: '内容太多，放不进一个二维码。打开下面的网址，把老师发的消息粘贴进去。',
  code: '指派码'
}

const posterEn: typeof posterZh = {
  locale: 'en-GB',
  call: 'Scan with your phone’s camera and start learning',
  due: 'To be done by',
  dueAt: '{time} ({zone})',
  noDue: 'No due date',
  takes: 'Modules: {n}, about {minutes} minutes',
  by: 'From: {by}',
  elsewise: 'Can’t scan? Open this address and paste your trainer’s message, or the code at the foot of this page.',
  noQr: 'There is too much for one QR code. Open this address and paste your trainer’s message.',
  code: 'Code'
}

export const POSTER_WORDS: Readonly<Record<Lang, typeof posterZh>> = { zh: posterZh, en: posterEn }
