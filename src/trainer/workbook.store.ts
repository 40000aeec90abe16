/** Opens a workbook: finds its parts, unpacks those that hold texts, and no more than there is room for. */
import { type Work, whole } from '../device/work.ts'
import type { FileRefusal } from './tableFile.store.ts'
import { unpack } from './unpack.store.ts'
import { digitsIn, partAt, relationsIn, rowsIn, type SheetRows, sheetsIn, textsIn } from './workbook.ts'
import { entriesOf } from './zip.ts'

export type ReadWorkbook =
  | { readonly type: 'workbook'; readonly sheets: readonly (SheetRows & { readonly name: string })[] }
  | { readonly type: 'refused'; readonly why: FileRefusal }

/** Bytes of all parts together, unpacked. */
export const LARGEST_UNPACKED = 50_000_000
const MOST_SHEETS = 50

/** Why it is not read any further. */
class Refused extends Error {
  readonly why: FileRefusal
  constructor(why: FileRefusal) {
    super(why)
    this.why = why
  }
}

const folderOf = (part: string) => part.slice(0, Math.max(0, part.lastIndexOf('/')))
const relationsOf = (part: string) => `${folderOf(part)}/_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`.replace(/^\//, '')

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Refused('damaged')
  return value
}

/** `slowly`: does long work so that the page can answer in between. Never rejects. */
export async function readWorkbook(
  bytes: Uint8Array,
  slowly: <T>(work: Work<T>) => Promise<T | undefined> = async work => whole(work)
): Promise<ReadWorkbook> {
  try {
    return { type: 'workbook', sheets: await sheetsFrom(bytes, slowly) }
  } catch (error) {
    return { type: 'refused', why: error instanceof Refused ? error.why : 'damaged' }
  }
}

async function sheetsFrom(bytes: Uint8Array, slowly: <T>(work: Work<T>) => Promise<T | undefined>) {
  const entries = need(entriesOf(bytes))
  const has = (form: RegExp) => entries.some(({ name }) => form.test(name))
  if (has(/\.iwa$|^Index\.zip$/i)) throw new Refused('numbers')
  if (has(/^content\.xml$/)) throw new Refused('ods')
  if (has(/\.bin$/) && has(/^xl\/workbook\.bin$/)) throw new Refused('old')
  let room = LARGEST_UNPACKED
  /** Undefined where there is no such part. */
  const textOf = async (part: string): Promise<string | undefined> => {
    const entry = entries.find(({ name }) => name.toLowerCase() === part.toLowerCase())
    if (!entry) return undefined
    if (entry.isLocked) throw new Refused('locked')
    const unpacked = await unpack(bytes, entry, room)
    if (!unpacked) throw new Refused('too-large')
    room -= unpacked.length
    const isWide = (unpacked[0] === 0xff && unpacked[1] === 0xfe) || (unpacked[0] === 0xfe && unpacked[1] === 0xff)
    const code = isWide ? (unpacked[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
    return new TextDecoder(code, { fatal: true }).decode(unpacked)
  }
  const read = async <T>(part: string, work: (xml: string) => Work<T | undefined>): Promise<T> =>
    need(await slowly(work(need(await textOf(part)))))

  const top = await read('_rels/.rels', relationsIn)
  const main = partAt('', top.find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml')
  const relations = await read(relationsOf(main), relationsIn)
  const partOf = (kind: string) => {
    const target = relations.find(relation => relation.kind === kind)?.target
    return target === undefined ? undefined : partAt(folderOf(main), target)
  }
  const [texts, styles] = [partOf('sharedStrings'), partOf('styles')]
  const shared = texts === undefined ? [] : await read(texts, textsIn)
  const digits = styles === undefined ? [] : await read(styles, digitsIn)
  const sheets: (SheetRows & { readonly name: string })[] = []
  for (const { name, id } of (await read(main, sheetsIn)).slice(0, MOST_SHEETS)) {
    const relation = relations.find(one => one.id === id)
    if (relation?.kind !== 'worksheet') continue
    const part = partAt(folderOf(main), relation.target)
    sheets.push({ name, ...(await read(part, xml => rowsIn(xml, shared, digits))) })
  }
  return sheets
}
