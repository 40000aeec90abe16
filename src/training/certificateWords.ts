/** What the page of certificates says. */
import type { Lang } from '../lang/text.ts'

const zh = {
  page: '培训证书',
  lead: '打开老师发的证书链接，看证书是不是真的，并打印成一张 A4。证书只在这台设备上读，不会上传。',
  needsScript: '这一页要用 JavaScript 读出链接里的证书并核对签名。没有的话，请换一个浏览器打开链接。',
  loading: '正在读取…',
  failed: '没能载入这一页要用的文件。请检查网络后刷新页面。',
  insecure: '这个地址不是 https，浏览器不让网页核对签名。请用 https 打开同一个链接。',
  checking: '正在核对签名…',
  // Nothing, or nothing good
  emptyTitle: '还没有证书',
  emptyLine: '证书由老师签发：学完布置的模块，把结果交给老师，老师会发来一个链接。',
  notOne: '这里面没有证书。请把老师发的消息整条复制过来，里面有 “#c=” 和一长串字符。',
  damaged: '这份证书不完整，或者被改动过，签名对不上，不能当真。请把原消息整条复制后粘贴到下面；还不行，请老师重新签发。',
  newer: '这份证书是更新版的手册签发的，这一页还不认识它。请刷新页面；还不行，过一会儿再来。',
  reload: '刷新页面',
  pasteTitle: '粘贴证书',
  pasteLine: '有的聊天软件会把链接截短。把整条消息复制过来，粘贴到这里。',
  pasteLabel: '链接或证书码',
  paste: '打开',
  // What was found
  genuine: '签名有效：内容没有被改动过。',
  genuineOver: '签名有效，但有效期已过。',
  compare: '请核对老师的密钥指纹：{print}。和老师公布的一样，才是这位老师签发的。',
  print: '打印证书',
  // The certificate
  title: '培训证书',
  says: '已通过下列模块的测验',
  staff: '工号',
  course: '培训',
  untitled: '没有标题',
  modules: '模块和成绩',
  percent: '{n}%',
  unknownModule: '未知模块（代号 {code}）',
  unknownLine: '有的模块这里没有名称，只显示代号：证书可能是用另一版手册签发的。刷新页面再看；签名照样有效。',
  by: '布置人',
  issued: '签发日期',
  until: '有效期到',
  untilOver: '{day}（已过期）',
  always: '长期有效',
  revision: '手册版本',
  fingerprint: '签发密钥指纹',
  seal: ['培训', '合格'],
  onPaper: '扫码可以核对签名，也可以核对有效期。真伪以扫码结果和老师公布的密钥指纹为准。',
  onPaperNoCode: '真伪请用电子版链接核对。',
  qrLabel: '证书的二维码',
  // What it proves
  provesTitle: '签名能证明什么，不能证明什么',
  proves: '能：这份证书是持有这个密钥的老师签发的，签发以后姓名、模块、成绩、日期一个字都没有改过。',
  compareWhy:
    '密钥是不是你的老师的，要靠你自己比对：指纹和老师当面给的、贴出来的或邮件里写的一样，才算数。谁都可以做一个密钥，冒充别人的名字。',
  provesNot: '不能：证明答题的是本人，也不能证明签发以后老师没有改变主意。要紧的时候，直接问老师。'
}

export type CertificateWords = Readonly<Record<Exclude<keyof typeof zh, 'seal'>, string>> & { readonly seal: readonly string[] }

const en: CertificateWords = {
  page: 'Certificate',
  lead: 'Open the link your trainer sent: see whether the certificate is genuine, and print it on one A4 page. It is read on this device only; nothing is sent.',
  needsScript:
    'This page needs JavaScript to read the certificate in the link and check its signature. Without it, open the link in another browser.',
  loading: 'Reading…',
  failed: 'What this page needs could not be loaded. Check the network, then reload the page.',
  insecure: 'This address does not begin with https, so the browser does not let the page check signatures. Open the same link with https.',
  checking: 'Checking the signature…',
  emptyTitle: 'No certificate yet',
  emptyLine:
    'Your trainer issues it. Pass the modules that were assigned to you and hand the results back; your trainer then sends you a link.',
  notOne: 'There is no certificate in this. Copy the whole message from your trainer: it has “#c=” and a long run of letters.',
  damaged:
    'This certificate is cut short or was changed. Its signature is not right, so it counts for nothing. Copy the whole message and paste it below. If that fails too, ask your trainer to issue it again.',
  newer:
    'A newer version of the handbook issued this certificate, and this page does not know it yet. Reload the page; if that does not help, come back later.',
  reload: 'Reload the page',
  pasteTitle: 'Paste a certificate',
  pasteLine: 'Some chat apps cut links short. Copy the whole message and paste it here.',
  pasteLabel: 'Link or code',
  paste: 'Open',
  genuine: 'The signature is right: nothing was changed.',
  genuineOver: 'The signature is right, but the certificate has expired.',
  compare:
    'Compare the fingerprint of the trainer’s key: {print}. Only if it is the one your trainer made known did your trainer issue it.',
  print: 'Print the certificate',
  title: 'Certificate of training',
  says: 'has passed the checks of these modules',
  staff: 'Staff number',
  course: 'Training',
  untitled: 'without a title',
  modules: 'Modules and results',
  percent: '{n}%',
  unknownModule: 'Unknown module (code {code})',
  unknownLine:
    'Some modules have no name here, only a code: another version of the handbook may have issued it. Reload the page to see. The signature is right all the same.',
  by: 'Assigned by',
  issued: 'Issued',
  until: 'Valid until',
  untilOver: '{day} (expired)',
  always: 'no end',
  revision: 'Handbook version',
  fingerprint: 'Fingerprint of the key',
  seal: ['TRAINED', 'PASSED'],
  onPaper:
    'Scan the code to check the signature and whether it is still valid. What counts is what the scan says, and the fingerprint that the trainer made known.',
  onPaperNoCode: 'Check it by the link of its electronic form.',
  qrLabel: 'QR code of the certificate',
  provesTitle: 'What the signature proves, and what it can’t',
  proves:
    'It proves that the trainer who holds this key issued the certificate, and that name, modules, results and dates are as they were then, to the letter.',
  compareWhy:
    'Whose key it is you compare yourself: the fingerprint must be the one that your trainer gave you in person, on a notice board or in a mail. Anybody can make a key and put somebody else’s name beside it.',
  provesNot:
    'It can’t prove that it was this person who answered, nor that the trainer has not changed their mind since. Where it matters, ask the trainer.'
}

export const CERTIFICATE_WORDS: Readonly<Record<Lang, CertificateWords>> = { zh, en }
