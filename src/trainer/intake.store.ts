/** Takes in whatever a trainer hands over: pasted text, files, folders, pictures. What nothing can be read from is told of. */
import type { AnswersFile } from '../training/answers.ts'
import { breathe, type Console } from './console.store.ts'
import { importFound, type Line } from './importing.store.ts'
import { answersIn, codesIn, LARGEST } from './inbox.ts'
import type { Bank, MarkedAgain } from './rescore.ts'

export type UnreadWhy = 'nothing' | 'no-code' | 'too-large' | 'unreadable' | 'answers-newer' | 'answers-damaged'

export interface Unread {
  readonly name: string
  readonly why: UnreadWhy
}

export interface Intake {
  /** One for each receipt. `marked`: what its answers earned when they were marked again. */
  readonly lines: readonly (Line & { readonly marked?: readonly MarkedAgain[] })[]
  /** Codes that were cut or changed so that nothing can be read. */
  readonly damaged: number
  readonly unread: readonly Unread[]
  /** Sets of answers that could not be marked, because the questions could not be loaded. */
  readonly unmarked: number
}

export interface Given {
  readonly pasted: string
  readonly files: readonly File[]
}

export type Step = 'files' | 'receipts' | 'answers'
export type OnStep = (step: Step, done: number, all: number) => void

/** Milliseconds of work before the page may breathe. */
const BREATH = 12
const PICTURE = /\.(png|jpe?g|webp|gif|bmp|avif|heic)$/i
export const isPicture = ({ type, name }: Pick<File, 'type' | 'name'>) => type.startsWith('image/') || PICTURE.test(name)

type Read = { readonly text: string } | { readonly why: UnreadWhy }

async function read(file: File): Promise<Read> {
  if (file.size > LARGEST) return { why: 'too-large' }
  try {
    if (!isPicture(file)) return { text: await file.text() }
    const { codeIn } = await import('./picture.store.ts')
    const text = await codeIn(file)
    return text === undefined ? { why: 'no-code' } : { text }
  } catch {
    return { why: 'unreadable' }
  }
}

/** Why a text that was read is not wholly imported, if so. */
function faultsIn(found: number, answers: readonly AnswersFile[], picture: boolean): UnreadWhy[] {
  const refused = answers.flatMap(one => (one.type === 'refused' ? one.why : []))
  if (refused.includes('newer')) return ['answers-newer']
  if (refused.length > 0) return ['answers-damaged']
  return found > 0 ? [] : [picture ? 'no-code' : 'nothing']
}

/** `bankOf` loads the questions of this site; it is called where answers came. Rejects where the disk does. */
export async function takeIn({ pasted, files }: Given, console: Console, bankOf: () => Promise<Bank>, onStep: OnStep): Promise<Intake> {
  const sealed: Uint8Array[] = []
  const answers: Extract<AnswersFile, { type: 'file' }>[] = []
  const unread: Unread[] = []
  let damaged = 0
  let breath = performance.now()
  const pause = async () => {
    if (performance.now() - breath <= BREATH) return
    await breathe()
    breath = performance.now()
  }
  const take = async (text: string) => {
    let found = 0
    for (const one of codesIn(text)) {
      await pause()
      found++
      if (one === 'damaged') damaged++
      else sealed.push(one)
    }
    const came = answersIn(text)
    for (const one of came) if (one.type === 'file') answers.push(one)
    return { found, came }
  }
  await take(pasted)
  for (const [index, file] of files.entries()) {
    onStep('files', index, files.length)
    const name = file.webkitRelativePath || file.name
    const one = await read(file)
    if ('why' in one) {
      unread.push({ name, why: one.why })
      continue
    }
    const { found, came } = await take(one.text)
    for (const why of faultsIn(found, came, isPicture(file))) unread.push({ name, why })
  }
  const lines = await importFound(sealed, console, (done, all) => onStep('receipts', done, all))
  if (answers.length === 0) return { lines, damaged, unread, unmarked: 0 }
  const bank = await bankOf().catch(() => undefined)
  if (!bank) return { lines, damaged, unread, unmarked: answers.length }
  const { rescore } = await import('./rescoring.store.ts')
  const marked = await rescore(answers, console, bank, (done, all) => onStep('answers', done, all))
  const withMarks = lines.map(line => {
    const told = marked.get(line.seal)
    return told ? { ...line, marked: told } : line
  })
  return { lines: withMarks, damaged, unread, unmarked: 0 }
}
