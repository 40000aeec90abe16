/** What the console says of certificates. The build puts one language into the file that results are shown with. */
import type { Lang } from '../lang/text.ts'

const zh = {
  title: '发证书',
  list: '已发证书',
  of: '发证书（{n} 人可以发）',
  ofOne: '发证书：{title}',
  line: '一人一个链接，打开就是一张可以打印的证书，用你的密钥签名，改一个字都看得出来。姓名在链接里，只发给本人。',
  who: '发给谁',
  noRoster: '还没有名单，无法核对这些人是不是你的学员。签发前请逐个看一遍。',
  strangers: '有 {n} 人不在名单上，没有勾选。核实以后再勾。',
  stranger: '不在名单上',
  doubtedLine:
    '{n} 人的回执有疑点（分数对不上、成绩不合理、题目不是抽出来的，或者记录接不上），没有勾选。疑点写在每个人的回执上，查过再勾。',
  doubted: '有疑点',
  nobody: '至少勾选一人。',
  without: '不能发的（{n} 人）',
  withoutOne: '{name}：{why}',
  withoutSome: '只列出前 {n} 人。',
  why: {
    expired: '有效期已过，要再通过一次',
    'too-long': '姓名或工号太长，证书放不下',
    working: '还没有全部通过',
    absent: '还没有交回执'
  },
  leftOut: '有 {n} 人的结果不合常理（比如日期离谱），没有给他们签发。',
  until: '有效期到（不填一直有效）',
  untilEach: '有效期到（不填就从每人通过的那天起算 {n} 个月）',
  untilDay: '有效期到（不填就到为这份指派定的那一天）',
  untilBad: '有效期要在今天以后。',
  issue: '签发',
  issueN: '签发 {n} 张',
  issuing: '正在签发…',
  issued: '签发了 {n} 张。链接也留在“已发证书”里，以后可以再打开。',
  failed: '没有签发成功。请看页面上方的提示，再试一次。',
  links: '全部链接',
  copyAll: '复制全部',
  copy: '复制链接：{name}',
  open: '打开：{name}',
  copied: '已复制。',
  copyByHand: '浏览器不让自动复制。内容已选中，请手动复制。',
  csv: '存成表格（CSV）',
  staff: '工号',
  name: '姓名',
  link: '证书链接',
  some: '下面是前 {n} 张，全部在上面的框里。',
  fingerprint: '你的密钥指纹：{print}。单独告诉大家（贴在公告栏、写在邮件里），收到证书的人要拿它来比对。',
  file: '证书-{title}',
  loading: '正在打开…',
  notLoaded: '没有加载成功。请检查网络后刷新页面。'
}

export type CertifyWords = typeof zh

const en: CertifyWords = {
  title: 'Issue certificates',
  list: 'Certificates issued',
  of: 'Issue certificates ({n} people can have one)',
  ofOne: 'Issue a certificate: {title}',
  line: 'One link a person. It opens a certificate to print, signed with your key: a single changed letter is noticed. The name is in the link, so send it to that person only.',
  who: 'Who gets one',
  noRoster: 'There is no list of people, so nobody could be compared with it. Look at each name before you issue.',
  strangers: '{n} not on your list of people, so not ticked. Tick them once you know who they are.',
  stranger: 'Not on the list',
  doubtedLine:
    '{n} passed, but their receipts raise doubts: a score that differs or can’t be right, other questions, a broken chain. Each person’s receipts say which. Tick them once you have looked into it.',
  doubted: 'Doubts',
  nobody: 'Tick at least one person.',
  without: 'Who can’t have one ({n})',
  withoutOne: '{name}: {why}',
  withoutSome: 'Only the first {n} are shown.',
  why: {
    expired: 'the pass has expired; they need to pass again',
    'too-long': 'the name or staff number is too long for a certificate',
    working: 'not all modules are passed yet',
    absent: 'nothing was handed in yet'
  },
  leftOut: '{n} people have results that make no sense, such as an impossible date. None was issued for them.',
  until: 'Valid until (empty: for ever)',
  untilEach: 'Valid until (empty: {n} months from each person’s pass)',
  untilDay: 'Valid until (empty: the day that is set for this assignment)',
  untilBad: 'It must be valid beyond today.',
  issue: 'Issue it',
  issueN: 'Issue {n}',
  issuing: 'Issuing…',
  issued: '{n} issued. They are kept under “Certificates issued”, where each can be opened again.',
  failed: 'They could not be issued. See what the top of the page says, then try again.',
  links: 'All links',
  copyAll: 'Copy all',
  copy: 'Copy the link: {name}',
  open: 'Open: {name}',
  copied: 'Copied.',
  copyByHand: 'The browser does not allow copying. The text is selected: copy it by hand.',
  csv: 'Save as a table (CSV)',
  staff: 'Staff number',
  name: 'Name',
  link: 'Link of the certificate',
  some: 'The first {n} are below; all of them are in the box above.',
  fingerprint:
    'Fingerprint of your key: {print}. Make it known by another way (a notice board, a mail): whoever gets a certificate compares it.',
  file: 'certificates-{title}',
  loading: 'Opening…',
  notLoaded: 'This could not be loaded. Check the network, then reload the page.'
}

export const CERTIFY_WORDS: Readonly<Record<Lang, CertifyWords>> = { zh, en }
