/** File numbers in the browser: written from a day and a serial number, and read back. Nothing is kept. */
import { fill } from '../lang/text.ts'
import { type CalendarDay, dayOf, daysBetween, readDay, tellDay, writeDay } from './calendarDay.ts'
import { CENTURY, type FileNumber, largestSerial, type NumberFault, nextNumber, readNumber, writeNumber } from './fileNumber.ts'
import { type FileNumberWords, faultTemplate } from './fileNumberWords.ts'

interface Props {
  readonly words: FileNumberWords
  readonly locale: string
  /** How long the serial number is. */
  readonly digits: number
}

function part<T extends HTMLElement>(name: string): T {
  const found = document.querySelector<T>(`[data-part="${name}"]`)
  if (!found) throw new Error(`The page has no part ${name}`)
  return found
}

const put = (name: string, text: string) => {
  const place = part(name)
  if (place.textContent !== text) place.textContent = text
}

const today = () => dayOf(new Date())

function faultLine(fault: NumberFault, words: FileNumberWords): string {
  const isShort = fault.why === 'length' && fault.count < fault.wanted
  const missing = fault.why === 'length' ? Math.abs(fault.wanted - fault.count) : 0
  return fill(faultTemplate(words, fault.why, isShort), { ...fault, missing })
}

/** A number in its parts, so that the eye finds them: 04 02 14 001. */
function showNumber(name: string, number: string): void {
  const cuts = [number.slice(0, 2), number.slice(2, 4), number.slice(4, 6), number.slice(6)]
  part(name).replaceChildren(
    ...cuts.map(text => {
      const piece = document.createElement('span')
      piece.textContent = text
      return piece
    })
  )
}

function start(place: HTMLElement): void {
  const { words, locale, digits }: Props = JSON.parse(place.dataset.props ?? '{}')
  const checkIn = part<HTMLInputElement>('check-in')
  const serial = part<HTMLInputElement>('serial')
  const typed = part<HTMLInputElement>('typed')
  const largest = String(largestSerial(digits)).padStart(digits, '0')
  const numbers: Record<string, string> = { make: '', next: '' }

  function give(name: 'make' | 'next', number: string): void {
    numbers[name] = number
    part<HTMLButtonElement>(`copy-${name}`).disabled = number === ''
  }

  function make(): void {
    const day = readDay(checkIn.value)
    const which = Number(serial.value.normalize('NFKC').trim() || Number.NaN)
    const number = day && writeNumber({ checkIn: day, serial: which }, digits)
    const isCentury = day !== undefined && day.year >= CENTURY && day.year < CENTURY + 100
    put('make-fault', number ? '' : !day ? words.noDay : isCentury ? fill(words.noSerial, { largest: Number(largest) }) : words.noCentury)
    showNumber('made', number ?? '')
    give('make', number ?? '')
  }

  function nextLines({ checkIn, serial }: FileNumber, now: CalendarDay): string[] {
    const next = nextNumber({ checkIn, serial }, digits)
    const ahead = daysBetween(now, checkIn)
    if (ahead > 0) return [words.future]
    give('next', next === 'full' ? '' : next)
    const line = next === 'full' ? fill(words.full, { largest }) : fill(words.next, { number: next })
    if (ahead === 0) return [line]
    return [line, `${words.otherDay} ${fill(words.first, { number: writeNumber({ checkIn: now, serial: 1 }, digits) ?? '' })}`]
  }

  function read(): void {
    const found = readNumber(typed.value, digits)
    give('next', '')
    const isWrong = found.type === 'wrong' && found.why !== 'empty'
    typed.setAttribute('aria-invalid', String(isWrong))
    if (found.type === 'wrong') put('read', faultLine(found, words))
    else {
      const { checkIn, serial } = found.number
      const lines = [
        fill(words.isDay, { day: tellDay(checkIn, locale) }),
        fill(words.isSerial, { serial }),
        ...nextLines(found.number, today())
      ]
      put('read', lines.join('\n'))
    }
    // An empty field is not wrong yet.
    part('read').dataset.state = isWrong || found.type !== 'wrong' ? found.type : 'empty'
  }

  async function copy(number: string): Promise<void> {
    put('told', '')
    const isCopied = await navigator.clipboard.writeText(number).then(
      () => true,
      () => false
    )
    put('told', isCopied ? fill(words.copied, { number }) : words.notCopied)
  }

  for (const field of [checkIn, serial]) field.addEventListener('input', make)
  typed.addEventListener('input', read)
  for (const name of ['make', 'next']) part(`copy-${name}`).addEventListener('click', () => void copy(numbers[name] ?? ''))
  place.addEventListener('submit', event => event.preventDefault())
  if (checkIn.value === '') checkIn.value = writeDay(today())
  const look = () => {
    make()
    read()
  }
  // Another day may have begun, and a browser puts back what was typed before a reload.
  addEventListener('pageshow', look)
  document.addEventListener('visibilitychange', look)
  place.dataset.awake = ''
  look()
}

for (const place of document.querySelectorAll<HTMLElement>('[data-tool]')) start(place)
