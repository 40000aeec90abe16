/** What only the phrase check says. */
import type { Lang } from '../lang/text.ts'

const ZH = {
  title: '禁用语检查',
  lead: '把要说、要发的话写在这里，不能说的当场标出来，换的说法就在下面。',
  kept: '只在这一页里看，不保存，也不发往任何地方。',
  label: '你要说的话',
  example: '例如：这个不归我们管，您找厂家吧。',
  limits: '只比对说法，不懂意思：没标出来的也可能不妥，标出来的自己再看一眼。',
  empty: '写下或粘贴一段话。',
  loading: '正在准备。',
  none: '没有发现禁用语。',
  found: '发现 {n} 处禁用语。',
  failed: '检查没能载入。请看讲解页，或连上网络后重新打开本页。',
  again: '重新打开',
  copyAll: '复制全文',
  clear: '清空',
  undo: '撤回',
  undone: '已撤回。',
  cleared: '已清空。',
  findings: '标出来的话',
  show: '在文中看“{words}”',
  standard: '标准里的禁用语：“{words}”',
  why: '为什么不说',
  home: '讲解页',
  instead: '可以这样说',
  instructions: '人、事、钟点换成真的，再发出去。',
  place: '在哪里说',
  anywhere: '全部',
  more: '再看 {n} 句',
  copy: '复制',
  replace: '换进我的话',
  copied: '已复制。',
  notCopied: '没能复制，请选中文字手动复制。',
  replaced: '已换掉这一句，请改成真的人、事、钟点。',
  without: '检查要在浏览器里运行脚本，这里没有开启。不能说的三类话和替换说法在这些页面上：'
}

export type SayWords = typeof ZH

const EN: SayWords = {
  title: 'Phrase check',
  lead: 'Write here what you are about to say or send. What isn’t said to a customer is marked at once, with words to use instead.',
  kept: 'It stays on this page: nothing is kept, nothing is sent anywhere.',
  label: 'What you want to say',
  example: 'For example: That’s not our department, please ask the manufacturer.',
  limits: 'It compares wording and knows no meaning: what isn’t marked may still be wrong, and what is marked deserves your own look.',
  empty: 'Write or paste something.',
  loading: 'Getting ready.',
  none: 'No banned phrase found.',
  found: 'Banned phrases found: {n}.',
  failed: 'The check could not be loaded. Read the page that explains the phrases, or open this one again when you are online.',
  again: 'Open again',
  copyAll: 'Copy all',
  clear: 'Clear',
  undo: 'Undo',
  undone: 'Undone.',
  cleared: 'Cleared.',
  findings: 'What was marked',
  show: 'Show “{words}” in the text',
  standard: 'The standard bans “{words}”',
  why: 'Why not',
  home: 'Explained',
  instead: 'Say this instead',
  instructions: 'Put in the true person, matter and hour before you send it.',
  place: 'Where you say it',
  anywhere: 'Anywhere',
  more: '{n} more',
  copy: 'Copy',
  replace: 'Replace in my text',
  copied: 'Copied.',
  notCopied: 'It could not be copied. Select the text and copy it by hand.',
  replaced: 'The sentence is replaced. Change it to the true person, matter and hour.',
  without:
    'The check runs a script in your browser, and scripts are off here. The three banned phrases and what to say instead are on these pages:'
}

export const SAY_WORDS: Readonly<Record<Lang, SayWords>> = { zh: ZH, en: EN }
