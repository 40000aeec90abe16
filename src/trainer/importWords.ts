/** What the view of receipts says besides `consoleWords.ts`: files, folders, pictures, the camera, answers, the ledger. */
import type { Lang } from '../lang/text.ts'

const zh = {
  lead: '把学员发来的消息整段粘贴进来，几百条一起也行，前后有别的字也没关系。文件、整个文件夹、二维码的截图或照片，也都能收。',
  loading: '正在打开…',
  failed: '这一栏没有加载出来。刷新页面再试一次。',
  files: '文件或二维码图片（可以选多个）',
  folder: '整个文件夹',
  drop: '也可以把文件、文件夹、图片拖到这里。',
  dropNow: '松手就收。',
  steps: {
    files: '正在读文件：{done} / {all}',
    receipts: '正在收回执：{done} / {all}',
    answers: '正在重新判分：{done} / {all}'
  },
  receiptsTitle: '这次的回执（{n} 张）',
  unreadTitle: '没有收的文件（{n} 个）',
  unread: {
    nothing: '里面没有回执。',
    'no-code': '图上认不出回执的二维码。请靠近些、拍正些，或者请学员发链接。',
    'too-large': '文件太大，不会是回执。',
    unreadable: '读不出来。',
    'answers-newer': '里面的答案是更新版的手册写的。请刷新页面再收一次。',
    'answers-damaged': '里面的答案被截断或改过，没法重新判分。'
  },
  unmarked: '回执已经收下；题目没有加载出来，{n} 份答案还没有重新判分。联网后再收一次这些文件。',
  rescored: '重新判分 {all} 份：相符 {same}，对不上 {differs}，没法判 {open}。',
  more: '再显示 {n} 条',
  camera: '用摄像头扫二维码',
  cameraTitle: '把二维码放到框里',
  cameraLine: '扫到一张收一张，可以接着扫下一张。画面不会保存，也不会上传。',
  cameraNone: '这台设备没有摄像头，或者浏览器不让用。请改用图片、链接或文件。',
  cameraLost: '摄像头断开了。可以再打开一次，或者改用图片、链接或文件。',
  cameraFound: '扫到了。',
  cameraOther: '这个二维码不是回执。',
  cameraStop: '关掉摄像头',
  ledgerTitle: '收件账本',
  ledgerLine:
    '收下的、拒收的、布置过的，按先后一条不漏，每条都带着前一条的指纹：改一条、删一条、换个次序都会露馅。存成文件后，不打开本站也能核对：npm run -s verify 文件。',
  ledgerCount: '共 {n} 条',
  ledgerLast: '最后一条的指纹',
  ledgerNote: '把指纹抄在别处，以后就能证明账本没有整本重写。',
  ledgerSave: '存账本'
}

export type ImportWords = typeof zh

const en: ImportWords = {
  lead: 'Paste whole messages from learners, hundreds at once if you like; other words around them do no harm. Files, a whole folder, and screenshots or photos of QR codes work too.',
  loading: 'Opening…',
  failed: 'This view could not be loaded. Reload the page and try again.',
  files: 'Files or pictures of QR codes (several, if you like)',
  folder: 'A whole folder',
  drop: 'Or drop files, folders or pictures here.',
  dropNow: 'Let go to import.',
  steps: {
    files: 'Reading files: {done} of {all}',
    receipts: 'Importing receipts: {done} of {all}',
    answers: 'Marking answers again: {done} of {all}'
  },
  receiptsTitle: 'Receipts of this import ({n})',
  unreadTitle: 'Files that were not imported ({n})',
  unread: {
    nothing: 'There is no receipt in it.',
    'no-code': 'No QR code of a receipt can be made out. Hold the camera closer and straight, or ask for the link.',
    'too-large': 'It is too large to be a receipt.',
    unreadable: 'It can’t be read.',
    'answers-newer': 'A newer handbook wrote the answers in it. Reload this page and import it again.',
    'answers-damaged': 'The answers in it were cut or changed and can’t be marked again.'
  },
  unmarked:
    'The receipts are in. The questions could not be loaded, so {n} sets of answers were not marked again: import these files once more when you are online.',
  rescored: 'Marked again: {all}. The score fits {same}, differs in {differs}, can’t be checked in {open}.',
  more: 'Show {n} more',
  camera: 'Scan QR codes with the camera',
  cameraTitle: 'Hold the QR code into the picture',
  cameraLine: 'Each one is imported as it is read; go on with the next. Nothing of the picture is kept or sent.',
  cameraNone: 'There is no camera here, or the browser does not allow it. Use a picture, the link or a file.',
  cameraLost: 'The camera has stopped. Turn it on again, or use a picture, the link or a file.',
  cameraFound: 'Got it.',
  cameraOther: 'This QR code is no receipt.',
  cameraStop: 'Turn the camera off',
  ledgerTitle: 'Ledger',
  ledgerLine:
    'Everything that was imported, refused or handed out, in order, each entry with the fingerprint of the one before: a change, a gap or another order shows. Saved as a file it can be checked without this site: npm run -s verify FILE.',
  ledgerCount: '{n} entries',
  ledgerLast: 'Fingerprint of the last entry',
  ledgerNote: 'Note the fingerprint somewhere else: later it proves that the ledger was not written anew.',
  ledgerSave: 'Save the ledger'
}

export const IMPORT_WORDS: Record<Lang, ImportWords> = { zh, en }
