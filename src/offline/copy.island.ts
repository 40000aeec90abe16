/** The offline copy on the learner's own page: what there is of it, and what can be done with it. */
import { isBusy } from '../device/busy.store.ts'
import { fill, isLang, type Lang, otherLang } from '../lang/text.ts'
import { copyHere, downloadSizes, eraseCopy, onProgress, roomHere, takeAlso } from './copy.store.ts'
import type { Part, Progress } from './pack.ts'
import { register, registered, workers, writeWish } from './registration.store.ts'
import type { CopyWords } from './words.ts'

type Words = Readonly<Record<keyof CopyWords | Lang, string>>

function part<T extends HTMLElement>(name: string): T {
  const found = document.querySelector<T>(`[data-offline=${name}]`)
  if (!found) throw new Error(`The page has no part ${name}`)
  return found
}

const tag = document.documentElement.lang
const lang: Lang = isLang(tag.slice(0, 2)) ? (tag.slice(0, 2) as Lang) : 'zh'
const words: Words = JSON.parse(part('section').dataset.words ?? '{}')
const said = part('said')
const bar = part<HTMLProgressElement>('progress')

const megabytes = (bytes: number) => `${(bytes / 1e6).toLocaleString(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}\u00a0MB`

function say(text: string): void {
  said.textContent = text
}

function showButton(name: string, shown: boolean): void {
  const button = part(name)
  // A button that goes away hands the focus to what is said instead.
  if (!shown && button === document.activeElement) {
    said.tabIndex = -1
    said.focus()
  }
  button.hidden = !shown
}

let sizes: Readonly<Record<Part, number>> | undefined
const sizeOf = (...parts: Part[]) => (sizes ? megabytes(parts.reduce((sum, name) => sum + (sizes?.[name] ?? 0), 0)) : '…')

let looks = 0

async function show(): Promise<void> {
  const look = ++looks
  const [about, registration, room] = await Promise.all([copyHere(), registered(), roomHere()])
  // A later look may be done first, and has seen more.
  if (look !== looks) return
  const isTaking = registration?.installing !== undefined && registration.installing !== null
  part('absent').hidden = about !== undefined || isTaking
  part('facts').hidden = !about
  if (about) {
    part('version').textContent = about.version
    part('size').textContent = room.used
      ? fill(words.sizeOf, { size: megabytes(about.bytes), used: megabytes(room.used) })
      : megabytes(about.bytes)
    part('languages').textContent = about.parts
      .filter(isLang)
      .map(one => words[one])
      .join(lang === 'zh' ? '、' : ', ')
    part('more').textContent = about.parts.includes('more') ? words.hasMore : words.noMore
    part('updated').textContent = new Date(about.at).toLocaleString(tag, { dateStyle: 'medium', timeStyle: 'short' })
    part('safe').textContent = room.safe ? words.isSafe : words.notSafe
  }
  part('keep').textContent = fill(words.keep, { size: sizeOf('shell', lang) })
  part('both').textContent = fill(words.both, { size: sizeOf(otherLang(lang)) })
  part('also').textContent = fill(words.also, { size: sizeOf('more') })
  showButton('keep', !about && !isTaking)
  showButton('update', about !== undefined)
  showButton('both', about !== undefined && !about.parts.includes(otherLang(lang)))
  showButton('also', about !== undefined && !about.parts.includes('more'))
  showButton('erase', registration !== undefined)
  // While a newer one is on its way, the one that waits would be left at once.
  const isReady = Boolean(registration?.waiting && registration.active && !registration.installing)
  showButton('apply', isReady)
  if (isReady) say(words.waiting)
}

function follow(progress: Progress): void {
  bar.hidden = progress.type !== 'taking'
  if (progress.type === 'taking') {
    bar.value = progress.got / progress.of
    const percent = Math.floor((100 * progress.got) / progress.of)
    // Said in steps: a screen reader would read every one of them.
    if (percent % 25 === 0 || said.textContent === '') say(fill(words.taking, { percent }))
    return
  }
  say(progress.type === 'failed' ? words[progress.why] : '')
  void show()
}

/** Shows what has changed once a worker that is being installed is there, or has failed. */
function watch(registration: ServiceWorkerRegistration): void {
  for (const worker of [registration.installing, registration.waiting]) worker?.addEventListener('statechange', () => void show())
}

async function keep(): Promise<void> {
  writeWish('yes')
  say(words.takingUnknown)
  const before = await registered()
  // The worker is there, but the browser has cleared what it kept.
  if (before?.active) return takeAlso(lang)
  const registration = await register(lang)
  if (registration) watch(registration)
  await show()
}

async function update(): Promise<void> {
  say(words.checking)
  const registration = await registered()
  try {
    await registration?.update()
    if (registration) watch(registration)
    say(registration?.waiting ? words.waiting : registration?.installing ? words.takingUnknown : words.upToDate)
  } catch {
    say(words.unreachable)
  }
  await show()
}

async function apply(): Promise<void> {
  if (isBusy()) return say(words.busy)
  ;(await registered())?.waiting?.postMessage('apply')
}

async function erase(): Promise<void> {
  await eraseCopy()
  await show()
  say(words.erased)
}

function setUp(): void {
  const onClick = (name: string, work: () => Promise<unknown>) =>
    part(name).addEventListener('click', () => void work().catch(() => say(words.unreachable)))
  onClick('keep', keep)
  onClick('update', update)
  onClick('apply', apply)
  onClick('both', () => takeAlso(otherLang(lang)))
  onClick('also', () => takeAlso('more'))
  onClick('erase', erase)
  onProgress(follow)
  void registered().then(async registration => {
    registration?.addEventListener('updatefound', () => {
      watch(registration)
      void show()
    })
    await show()
    sizes = await downloadSizes()
    await show()
  })
}

if (workers() && 'caches' in window) setUp()
else {
  part('none').hidden = false
  part('link').addEventListener('click', async () => {
    await navigator.clipboard?.writeText(location.href)
    say(words.copied)
  })
}
