/** What reading a list of people says of files. */
import type { Lang } from '../lang/text.ts'

const zh = {
  file: '或者选文件：Excel、WPS 的 .xlsx，或 CSV、文本',
  drop: '文件也可以直接拖到这里。',
  dropNow: '松手就读。',
  reading: '正在读…',
  name: '文件：{name}',
  encoding: '文字编码（姓名成了乱码就换一个）',
  encodings: {
    'utf-8': 'UTF-8',
    gb18030: 'GB18030（含 GBK，中文 Excel）',
    'utf-16le': 'UTF-16（Excel 的“Unicode 文本”）',
    'utf-16be': 'UTF-16，高位在前',
    big5: 'Big5（繁体）',
    'windows-1252': 'Windows-1252（西欧）'
  },
  sheet: '工作表',
  rows: '{name}（{n} 行）',
  oneSheet: '工作表：{name}',
  cut: '表太大：只读前 {rows} 行、前 {columns} 列。',
  columnOf: '第 {n} 列：{head}',
  nameless: '其中 {n} 人没有姓名，请看是不是少了一列。行号：{list}',
  teamless: '其中 {n} 人没有班组。行号：{list}',
  refused: {
    'too-large': '文件太大。只留工号、姓名、班组三列，另存一份再选。',
    old: '这是旧格式（.xls、.xlsb 这一类）。用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV，再选一次。',
    locked: '这个文件设了密码。打开后去掉密码，另存为 .xlsx 或 CSV，再选一次。',
    numbers: '这是 Numbers 表格。在 Numbers 里选“文件 → 导出为 → Excel”或 CSV，再选导出的文件。',
    ods: '这是 .ods 表格或别的压缩文件。用表格软件打开，另存为 .xlsx 或 CSV，再选一次。',
    web: '这个文件的内容是网页，不是表格（有些系统导出的 .xls 就是这样）。用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV，再选一次。',
    picture: '这是图片或 PDF，读不出表格。请选 .xlsx 或 CSV 文件。',
    damaged: '这个文件读不出来：不是表格，或者坏了。用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV，再选一次。',
    empty: '文件里没有内容。'
  }
}

const en: typeof zh = {
  file: 'Or choose a file: .xlsx from Excel or WPS, CSV or text',
  drop: 'You can also drop a file here.',
  dropNow: 'Let go to read it.',
  reading: 'Reading…',
  name: 'File: {name}',
  encoding: 'Encoding (choose another if names look garbled)',
  encodings: {
    'utf-8': 'UTF-8',
    gb18030: 'GB18030 (with GBK, Chinese Excel)',
    'utf-16le': 'UTF-16 (Excel’s “Unicode Text”)',
    'utf-16be': 'UTF-16, big-endian',
    big5: 'Big5 (Traditional Chinese)',
    'windows-1252': 'Windows-1252 (Western)'
  },
  sheet: 'Sheet',
  rows: '{name} ({n} rows)',
  oneSheet: 'Sheet: {name}',
  cut: 'The table is too large: only its first {rows} rows and {columns} columns are read.',
  columnOf: 'Column {n}: {head}',
  nameless: '{n} of them without a name: perhaps a column is missing. Rows: {list}',
  teamless: '{n} of them without a team. Rows: {list}',
  refused: {
    'too-large': 'The file is too large. Keep only staff number, name and team, save it as another file, and choose that.',
    old: 'This is an older format (such as .xls or .xlsb). Open it in Excel or WPS, save it as .xlsx or CSV, and choose that.',
    locked: 'This file has a password. Open it, take the password off, save it as .xlsx or CSV, and choose that.',
    numbers: 'This is a Numbers table. In Numbers, choose File → Export To → Excel or CSV, and choose the exported file.',
    ods: 'This is an .ods table or some other archive. Open it in your spreadsheet program, save it as .xlsx or CSV, and choose that.',
    web: 'This file holds a web page, not a table (some systems export .xls files like that). Open it in Excel or WPS, save it as .xlsx or CSV, and choose that.',
    picture: 'This is a picture or a PDF: no table can be read from it. Choose an .xlsx or CSV file.',
    damaged:
      'This file can’t be read: it is no table, or it is damaged. Open it in Excel or WPS, save it as .xlsx or CSV, and choose that.',
    empty: 'There is nothing in the file.'
  }
}

export const ROSTER_WORDS: Readonly<Record<Lang, typeof zh>> = { zh, en }
