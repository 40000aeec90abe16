/** What the offline copy says. Each script takes only the group it needs. */
import type { Lang } from '../lang/text.ts'

export interface NoticeWords {
  readonly ready: string
  readonly apply: string
  readonly applied: string
  readonly reload: string
}

export const NOTICE: Readonly<Record<Lang, NoticeWords>> = {
  zh: { ready: '手册有新版。', apply: '换成新版', applied: '手册已换成新版，这一页还是旧的。', reload: '刷新本页' },
  en: {
    ready: 'There is a new version of the handbook.',
    apply: 'Use it now',
    applied: 'The handbook has changed to its new version. This page is still the old one.',
    reload: 'Reload this page'
  }
}

export interface InviteWords {
  readonly label: string
  readonly line: string
  readonly install: string
  readonly steps: string
  readonly close: string
}

export const INVITE: Readonly<Record<Lang, InviteWords>> = {
  zh: {
    label: '放到主屏幕',
    line: '把手册放到主屏幕，没有信号也能打开。',
    install: '添加',
    steps: '点浏览器的“分享”，再点“添加到主屏幕”。',
    close: '不用了'
  },
  en: {
    label: 'Add to the home screen',
    line: 'Put the handbook on your home screen. It opens without a signal.',
    install: 'Add',
    steps: 'Tap Share in the browser, then Add to Home Screen.',
    close: 'No, thanks'
  }
}

export interface CopyWords {
  readonly title: string
  readonly line: string
  readonly needsScript: string
  readonly none: string
  readonly noneLine: string
  readonly inApp: string
  readonly copyLink: string
  readonly copied: string
  readonly absent: string
  readonly keep: string
  readonly taking: string
  readonly takingUnknown: string
  readonly progress: string
  readonly version: string
  readonly size: string
  readonly sizeOf: string
  readonly languages: string
  readonly updated: string
  readonly safe: string
  readonly isSafe: string
  readonly notSafe: string
  readonly both: string
  readonly more: string
  readonly hasMore: string
  readonly noMore: string
  readonly also: string
  readonly update: string
  readonly checking: string
  readonly upToDate: string
  readonly waiting: string
  readonly apply: string
  readonly busy: string
  readonly full: string
  readonly unreachable: string
  readonly damaged: string
  readonly erase: string
  readonly erased: string
}

export const COPY: Readonly<Record<Lang, CopyWords>> = {
  zh: {
    title: '离线副本',
    line: '手册、练习和工具存一份在这台设备上，没有信号也能查、能练、能填表。培训管理、课堂、练习卷、题目的文字版要另外下载。从第二次打开页面起自动下载；开了省流量或网速很慢时，要你点了才下载。',
    needsScript: '离线副本要用 JavaScript。',
    none: '这个浏览器存不了离线副本，联网照常使用。',
    noneLine: '网址要以 https 开头，也不能是无痕窗口。',
    inApp: '在微信等应用里打开的：点右上角“…”，选“在浏览器中打开”，再来这一页。',
    copyLink: '复制网址',
    copied: '网址已复制，粘贴到浏览器里打开。',
    absent: '这台设备上还没有离线副本。',
    keep: '下载离线副本（约 {size}）',
    taking: '正在下载：{percent}%',
    takingUnknown: '正在下载…',
    progress: '下载进度',
    version: '版本',
    size: '大小',
    sizeOf: '{size}（浏览器里占 {used}）',
    languages: '语言',
    updated: '上次更新',
    safe: '防清理',
    isSafe: '浏览器答应不自动清理',
    notSafe: '空间不够时，浏览器可能清掉它',
    both: '再下载英文版（约 {size}）',
    more: '培训和编写用的页面',
    hasMore: '已下载，中英文都有',
    noMore: '没有下载，联网才能打开',
    also: '再下载培训和编写用的页面（约 {size}）',
    update: '检查更新',
    checking: '正在检查…',
    upToDate: '已经是最新的。',
    waiting: '新版已经下载好了。',
    apply: '换成新版',
    busy: '先把正在做的题或表做完。',
    full: '空间不够，没有下载成功。腾出一些空间再试。原来的副本还在。',
    unreachable: '网络断了，没有下载成功。有信号时再试。原来的副本还在。',
    damaged: '下载的文件不完整，没有采用。过一会儿再试。原来的副本还在。',
    erase: '删除离线副本',
    erased: '离线副本已删除，以后不再自动下载。学习记录没有动。'
  },
  en: {
    title: 'Offline copy',
    line: 'The handbook, its exercises and the tools on this device, to look things up, practise and fill in forms without a signal. The trainer’s console, classes, worksheets and questions as plain text are downloaded only when you ask. The copy is downloaded by itself from the second page you open. Where data saving is on or the network is very slow, it waits until you ask.',
    needsScript: 'The offline copy needs JavaScript.',
    none: 'This browser can’t keep an offline copy. Online, everything works as usual.',
    noneLine: 'The address has to begin with https, and the window must not be a private one.',
    inApp:
      'If you opened this inside an app such as WeChat: tap “…” at the top right, choose “Open in browser”, and come back to this page.',
    copyLink: 'Copy the address',
    copied: 'Copied. Paste it into your browser.',
    absent: 'There is no offline copy on this device yet.',
    keep: 'Download the offline copy (about {size})',
    taking: 'Downloading: {percent}%',
    takingUnknown: 'Downloading…',
    progress: 'Download progress',
    version: 'Version',
    size: 'Size',
    sizeOf: '{size} ({used} in the browser)',
    languages: 'Language',
    updated: 'Last update',
    safe: 'Kept safe',
    isSafe: 'The browser has agreed not to clear it by itself',
    notSafe: 'The browser may clear it when space runs out',
    both: 'Download the Chinese pages too (about {size})',
    more: 'Pages for trainers and authors',
    hasMore: 'Downloaded, in both languages',
    noMore: 'Not downloaded. They need a connection',
    also: 'Download the pages for trainers and authors too (about {size})',
    update: 'Check for updates',
    checking: 'Checking…',
    upToDate: 'This is the newest version.',
    waiting: 'A new version has been downloaded.',
    apply: 'Use it now',
    busy: 'Finish the quiz or form you are in first.',
    full: 'There is not enough space, so the download did not succeed. Free some space and try again. Any copy you had is still there.',
    unreachable: 'The connection was lost, so the download did not succeed. Try again with a signal. Any copy you had is still there.',
    damaged: 'The downloaded file was not complete and was not used. Try again later. Any copy you had is still there.',
    erase: 'Delete the offline copy',
    erased: 'The offline copy is deleted and won’t be downloaded by itself again. Your learning record is untouched.'
  }
}

/** Names of the languages, in the language of the page. */
export const LANGUAGES: Readonly<Record<Lang, Readonly<Record<Lang, string>>>> = {
  zh: { zh: '中文', en: '英文' },
  en: { zh: 'Chinese', en: 'English' }
}
