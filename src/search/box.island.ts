/**
 * The search box: a dialog that is loaded when it is first asked for. It answers while somebody types, also while an
 * input method still holds the letters.
 */
import box from './box.css?inline'
import { type Child, icon, make } from './dom.island.ts'
import { refresh } from './kept.store.ts'
import { ask, listen, load, stateNow, theLookup } from './lookup.store.ts'
import { FIRST, fileNumber, lang, nothing, notice, results, start, words } from './shown.island.ts'

/** Milliseconds after the last letter until a screen reader is told how many there are. */
const QUIET = 500

const input = make('input', {
  type: 'text',
  'aria-label': words.search,
  placeholder: words.hint,
  enterkeyhint: 'go',
  autocomplete: 'off',
  autocapitalize: 'off',
  spellcheck: 'false',
  maxlength: '200'
})
const close = make('button', { type: 'button', 'aria-label': words.close }, icon('m6 6 12 12M18 6 6 18'))
const told = make('p', { role: 'status' })
const shown = make('div')
const dialog = make('dialog', { id: 'search', 'aria-label': words.search }, make('div', { class: 'typed' }, input, close), told, shown)

/** Whether the reader asked for more than the first few. */
let all = false
let quiet = 0

const links = () => [...shown.querySelectorAll('a')]
const put = (...children: Child[]) => shown.replaceChildren(...children)

function tell(text: string): void {
  clearTimeout(quiet)
  quiet = window.setTimeout(() => told.replaceChildren(text), QUIET)
}

function showAnswers(query: string): void {
  const { paths, isAll } = ask(lang, query)
  if (paths.length > 0) {
    const more = () => {
      all = true
      show()
      links()[FIRST]?.focus()
    }
    put(...fileNumber(query), ...results(paths, all, more))
  } else if (isAll) put(...nothing(query))
  if (isAll) tell(paths.length > 0 ? words.results(paths.length) : words.none(query))
}

function show(): void {
  const query = input.value.trim()
  if (stateNow() === 'failed') put(...notice(again))
  else if (query === '') put(...start(begin))
  else if (theLookup()) showAnswers(query)
  else put(make('p', { class: 'none' }, words.loading))
  if (query === '') tell('')
}

function again(): void {
  input.focus()
  void load(lang)
}

function begin(): void {
  input.focus()
  show()
}

async function typed(): Promise<void> {
  all = false
  const query = input.value
  const lookup = theLookup()
  if (lookup?.isFar && query.trim() !== '') await lookup.prepare(query).catch(() => undefined)
  if (query === input.value) show()
}

/** Up and down go through what is shown; the box is before the first of it. */
function move(event: KeyboardEvent): void {
  if (event.isComposing) return
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step !== 0) {
    const stops = [input, ...links()]
    const focused = document.activeElement
    const at = stops.findIndex(stop => stop === focused || (stop !== input && stop.parentElement?.contains(focused)))
    event.preventDefault()
    stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus()
  } else if (event.key === 'Enter' && event.target === input && input.value.trim() !== '') {
    event.preventDefault()
    links()[0]?.click()
  }
}

/** Above a phone's keyboard, wherever it ends. */
function keepAbove(): void {
  const view = window.visualViewport
  dialog.style.setProperty('--height', view ? `${view.height}px` : '100dvh')
  dialog.style.setProperty('--top', `${view?.offsetTop ?? 0}px`)
}

const sheet = new CSSStyleSheet()
sheet.replaceSync(box)
document.adoptedStyleSheets.push(sheet)
input.oninput = typed
close.onclick = () => dialog.close()
dialog.onkeydown = move
dialog.onclick = event => {
  const { target } = event
  // A link may lead to a place on this very page.
  if (target === dialog || (target instanceof Element && target.closest('a'))) dialog.close()
}
window.addEventListener('online', () => stateNow() === 'failed' && void load(lang))
for (const type of ['resize', 'scroll']) window.visualViewport?.addEventListener(type, keepAbove)
document.body.append(dialog)
// What has the focus would be lost with it; the next letter shows the rest.
listen(() => shown.contains(document.activeElement) || show())

/** `files` are what is searched and the words for it, on their way already. */
export function open(files: readonly Promise<Response>[]): void {
  if (dialog.open) return
  void load(lang, files)
  keepAbove()
  refresh()
  show()
  dialog.showModal()
  input.select()
  input.focus()
}
