import fc from 'fast-check'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { whole } from '../../src/device/work.ts'
import { guessMapping, rosterOf } from '../../src/trainer/roster.ts'
import { LARGEST_FILE, readTableFile } from '../../src/trainer/tableFile.store.ts'
import { LARGEST_UNPACKED, readWorkbook } from '../../src/trainer/workbook.store.ts'
import { MOST_COLUMNS, MOST_ROWS } from '../../src/trainer/workbook.ts'
import { readXml } from '../../src/trainer/xml.ts'
import { inline, partsOf, workbookOf, zipped } from './workbooks.ts'

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
const LIST = [
  ['工号', '姓名', '班组'],
  ['00123', '欧阳慧', '前台'],
  ['B2', '王𠮷', '维修']
]

// What Python's codecs make of the list: an independent witness of what Excel on a Chinese Windows saves.
test.each([
  ['gb18030', 'b9a4bac52cd0d5c3fb2cb0e0d7e90d0a30303132332cc5b7d1f4bbdb2cc7b0cca80d0a42322ccdf59534b2352cceacd0de0d0a'],
  ['gb18030', '84319533b9a4bac52cd0d5c3fb2cb0e0d7e90d0a30303132332cc5b7d1f4bbdb2cc7b0cca80d0a42322ccdf59534b2352cceacd0de0d0a'],
  [
    'utf-16le',
    'fffee55df7530900d3590d540900ed73c47e0d000a00300030003100320033000900276b3396676109004d52f0530d000a004200320009008b7342d8b7df0900f47eee4f0d000a00'
  ],
  [
    'utf-16le',
    'e55df7530900d3590d540900ed73c47e0d000a00300030003100320033000900276b3396676109004d52f0530d000a004200320009008b7342d8b7df0900f47eee4f0d000a00'
  ],
  [
    'utf-16be',
    'feff5de553f7000959d3540d000973ed7ec4000d000a0030003000310032003300096b27963361670009524d53f0000d000a004200320009738bd842dfb700097ef44fee000d000a'
  ],
  [
    'utf-8',
    'efbbbfe5b7a5e58fb72ce5a793e5908d2ce78fade7bb840d0a30303132332ce6aca7e998b3e685a72ce5898de58fb00d0a42322ce78e8bf0a0aeb72ce7bbb4e4bfae0d0a'
  ],
  [
    'utf-8',
    'e5b7a5e58fb72ce5a793e5908d2ce78fade7bb840d0a30303132332ce6aca7e998b3e685a72ce5898de58fb00d0a42322ce78e8bf0a0aeb72ce7bbb4e4bfae0d0a'
  ]
] as const)('a list in %s is read as it was written', async (encoding, hex) => {
  expect(await readTableFile(bytes(hex))).toEqual({ type: 'table', encoding, sheets: [{ name: '', above: 0, isCut: false, rows: LIST }] })
})

test('a code that can’t be told apart is read rightly once it is chosen', async () => {
  const big5 = bytes('a475b8b92ca96da6570d0a312cbcdab6a7bc7a0d0a')
  expect(await readTableFile(big5, 'big5')).toMatchObject({
    encoding: 'big5',
    sheets: [
      {
        rows: [
          ['工號', '姓名'],
          ['1', '歐陽慧']
        ]
      }
    ]
  })
  const western = await readTableFile(bytes('53746166663b4e616d650d0a313b5a6feb204dfc6c6c65720d0a'), 'windows-1252')
  expect(western).toMatchObject({
    sheets: [
      {
        rows: [
          ['Staff', 'Name'],
          ['1', 'Zoë Müller']
        ]
      }
    ]
  })
  expect(await readTableFile(big5, 'utf-8')).toEqual({ type: 'refused', why: 'damaged' })
})

test('a workbook as Excel writes it: shared texts, runs, what is spoken, numbers, formulas, empty rows and columns', async () => {
  const texts =
    '<si><t>工号</t></si><si><t>姓名</t><phoneticPr fontId="1"/></si><si><t xml:space="preserve"> 班组 </t></si><si><t>00123</t></si>' +
    '<si><r><t>欧</t></r><r><rPr><b/></rPr><t>阳慧</t></r><rPh sb="0" eb="3"><t>ouyanghui</t></rPh></si><si><t>A&amp;B_x000D_&#10;&#x7EC4;</t></si>'
  const styles =
    '<numFmts count="1"><numFmt numFmtId="176" formatCode="00000"/></numFmts><cellStyleXfs><xf numFmtId="176"/></cellStyleXfs>' +
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs>'
  const data =
    '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c><c r="E2" t="s"><v>2</v></c></row>' +
    '<row r="3"><c r="B3" t="s"><v>3</v></c><c r="D3" t="s"><v>4</v></c><c r="E3" t="s"><v>5</v></c></row>' +
    '<row r="5"><c r="B5" s="1"><v>123</v></c><c r="C5" s="0"/><c r="D5" t="str"><f>B5&amp;"x"</f><v>王磊</v></c><c r="E5"><v>1.2300000000000001</v></c></row>' +
    '<row r="6"><c r="B6"><v>1.23E+5</v></c><c r="D6" t="b"><v>1</v></c><c r="E6" t="e"><v>#N/A</v></c></row>' +
    '<row r="7"><c r="B7"><v>310101199001011234</v></c></row>'
  const read = await readTableFile(workbookOf({ sheets: [{ name: '名单', data }], texts, styles }))
  expect(read).toEqual({
    type: 'table',
    sheets: [
      {
        name: '名单',
        above: 1,
        isCut: false,
        rows: [
          ['工号', '姓名', ' 班组 '],
          ['00123', '欧阳慧', 'A&B\r\n组'],
          ['', '', ''],
          ['00123', '王磊', '1.23'],
          ['123000', 'TRUE', '#N/A'],
          ['310101199001011234', '', '']
        ]
      }
    ]
  })
})

test('a workbook with prefixes, single quotes, other folders, cells without places and comments', async () => {
  const file = zipped({
    '_rels/.rels':
      "<Relationships><Relationship Target='/office/book.xml' Id='a' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'/></Relationships>",
    'office/book.xml':
      "<x:workbook xmlns:x='m'><!-- <x:sheet/> --><x:sheets><x:sheet name='一 &amp; 二' sheetId='1' rel:id='s'/></x:sheets></x:workbook>",
    'office/_rels/book.xml.rels': "<Relationships><Relationship Id='s' Type='t/worksheet' Target='../pages/one.xml'/></Relationships>",
    'pages/one.xml':
      "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:r><x:t>工</x:t></x:r><x:r><x:t>号</x:t></x:r></x:is></x:c>" +
      "<x:c t='inlineStr'><x:is><x:t><![CDATA[姓名]]></x:t></x:is></x:c></x:row><x:row><x:c><x:v>7</x:v></x:c><x:c t='str'><x:v>Li &lt;Na&gt;</x:v></x:c></x:row></x:sheetData></x:worksheet>"
  })
  expect(await readTableFile(file)).toEqual({
    type: 'table',
    sheets: [
      {
        name: '一 & 二',
        above: 0,
        isCut: false,
        rows: [
          ['工号', '姓名'],
          ['7', 'Li <Na>']
        ]
      }
    ]
  })
})

test('sheets with rows can be chosen from; hidden and empty ones are not shown', async () => {
  const file = workbookOf({
    sheets: [
      { name: '说明', data: '' },
      { name: '前台', data: inline(LIST) },
      { name: '旧', data: inline(LIST), state: 'hidden' },
      { name: '维修', data: inline([['工号'], ['9']]) }
    ]
  })
  const read = await readTableFile(file)
  expect(read.type === 'table' && read.sheets.map(({ name }) => name)).toEqual(['前台', '维修'])
})

test('a title over the heads is passed over, and rows keep the numbers they have in the file', async () => {
  const read = await readTableFile(
    workbookOf({
      sheets: [{ name: '1', data: inline([['2026 年客服部员工名单'], [], ['序号', '姓名', '工号'], ['1', '欧阳慧', 'A1'], ['2', '无号']]) }]
    })
  )
  const [sheet] = read.type === 'table' ? read.sheets : []
  const { mapping, heads } = guessMapping(sheet?.rows ?? [])
  const { people, incomplete } = rosterOf(sheet?.rows ?? [], mapping, heads)
  expect(people).toEqual([{ staff: 'A1', name: '欧阳慧', team: '' }])
  expect(incomplete.map(row => row + (sheet?.above ?? 0))).toEqual([5])
})

test('what is no table is refused by its name', async () => {
  const why = async (file: Uint8Array) => {
    const read = await readTableFile(file)
    return read.type === 'refused' ? read.why : read.type
  }
  const text = (some: string) => new TextEncoder().encode(some)
  const compound = bytes('d0cf11e0a1b11ae1')
  const wide = Uint8Array.from([...'EncryptedPackage'].flatMap(sign => [sign.charCodeAt(0), 0]))
  expect(await why(Uint8Array.of(...compound, ...new Uint8Array(600)))).toBe('old')
  expect(await why(Uint8Array.of(...compound, ...new Uint8Array(601), ...wide))).toBe('locked')
  expect(await why(zipped({ 'Index/Document.iwa': 'x' }))).toBe('numbers')
  expect(await why(zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }))).toBe('ods')
  expect(await why(zipped({ 'xl/workbook.bin': 'x' }))).toBe('old')
  expect(await why(text('\n<html><table><tr><td>工号'))).toBe('web')
  expect(await why(bytes('89504e470d0a1a0a'))).toBe('picture')
  expect(await why(text(''))).toBe('empty')
  expect(await why(text('\r\n , \r\n'))).toBe('empty')
  expect(await why(text('a\0b'))).toBe('damaged')
  expect(await why(zipped({ 'photo.jpg': 'x' }))).toBe('damaged')
  expect(await why(new Uint8Array(LARGEST_FILE + 1))).toBe('too-large')
  const whole = workbookOf({ sheets: [{ name: '1', data: inline(LIST) }] })
  expect(await why(whole.subarray(0, -30))).toBe('damaged')
  const sheet = 'xl/worksheets/sheet1.xml'
  const parts = partsOf({ sheets: [{ name: '1', data: inline(LIST) }] })
  expect(await why(zipped({ ...parts, [sheet]: parts[sheet]?.replace('</row>', '') ?? '' }))).toBe('damaged')
  expect(await why(zipped({ ...parts, [sheet]: `<!DOCTYPE a [<!ENTITY b "c">]>${parts[sheet]}` }))).toBe('damaged')
})

test('a small file that unpacks to more than there is room for is refused, also when it says otherwise', async () => {
  const parts = partsOf({ sheets: [{ name: '1', data: '' }] })
  const bomb = new Uint8Array(LARGEST_UNPACKED + 1).fill(32)
  const small = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)]))
  const file = zipSync({ ...small, 'xl/worksheets/sheet1.xml': bomb }, { level: 9 })
  expect(file.length).toBeLessThan(200_000)
  expect(await readWorkbook(file)).toEqual({ type: 'refused', why: 'too-large' })
  // Its own word of its length, in both places, is nine bytes.
  const liar = file.slice()
  const view = new DataView(liar.buffer)
  for (let at = 0; at + 4 <= liar.length; at++) if (view.getUint32(at, true) === bomb.length) view.setUint32(at, 9, true)
  expect(liar).not.toEqual(file)
  expect(await readWorkbook(liar)).toEqual({ type: 'refused', why: 'too-large' })
})

test('more rows and columns than are read are told, and the rest is there', async () => {
  const row = (number: number) => `<row r="${number}"><c r="A${number}"><v>${number}</v></c></row>`
  const read = await readTableFile(
    workbookOf({ sheets: [{ name: '1', data: `${row(1)}${row(MOST_ROWS)}${row(MOST_ROWS + 1)}${row(1_048_576)}` }] })
  )
  expect(read).toMatchObject({ sheets: [{ isCut: true }] })
  expect(read.type === 'table' && read.sheets[0]?.rows.length).toBe(MOST_ROWS)
  const wide = await readTableFile(
    workbookOf({ sheets: [{ name: '1', data: '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>' }] })
  )
  expect(wide).toMatchObject({ sheets: [{ isCut: true, rows: [['1']] }] })
  const text = await readTableFile(new TextEncoder().encode(Array.from({ length: MOST_COLUMNS + 1 }, (_, at) => at).join(',')))
  expect(text).toMatchObject({ sheets: [{ isCut: true }] })
})

test('whatever bytes are changed, a workbook is read or refused, and nothing throws', async () => {
  const file = workbookOf({ sheets: [{ name: '1', data: inline(LIST) }] })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), async changes => {
      const changed = file.slice()
      for (const [at, byte] of changes) changed[at] = byte
      expect(['table', 'refused']).toContain((await readTableFile(changed)).type)
    }),
    { numRuns: 300 }
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async some => {
      expect(['table', 'refused']).toContain((await readTableFile(some)).type)
    })
  )
})

test('XML is read to its end or not at all', () => {
  const isWell = (xml: string) => whole(readXml(xml, { open() {}, close() {}, text() {} }))
  for (const good of ['<a/>', '\uFEFF<?xml version="1.0"?>\n<a><b c="1" d=\'2\'>x</b><!-- - --></a>\n', '<a>&#x10FFFF;&lt;</a>'])
    expect(isWell(good), good).toBe(true)
  for (const bad of [
    '',
    'x',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a b=1/>',
    '<a>&nbsp;</a>',
    '<a>& </a>',
    '<a>&#x110000;</a>',
    '<!DOCTYPE a><a/>',
    '<a></a b="1">'
  ])
    expect(isWell(bad), bad).toBe(false)
  expect(isWell('<a>'.repeat(101) + '</a>'.repeat(101))).toBe(false)
})
