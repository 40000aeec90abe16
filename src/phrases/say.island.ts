/** The phrase check in the browser. What is written stays in the page: it goes into no storage and into no request. */
import { fill, type Lang } from '../lang/text.ts'
import { check, type Marked } from './check.ts'
import { byPhrase, sentenceAround, unmoved } from './draft.ts'
import { langsIn } from './judging.ts'
import { sayField } from './sayField.island.ts'
import { sayRules } from './sayRules.island.ts'
import { type Finding, type FindingWords, showFindings } from './sayView.island.ts'

interface Props extends FindingWords {
  readonly lang: Lang
  readonly sets: Readonly<Record<Lang, string>>
}

function part<T extends HTMLElement>(place: HTMLElement, selector: string): T {
  const found = place.querySelector<T>(selector)
  if (!found) throw new Error(`The page has no ${selector}`)
  return found
}

const put = (node: HTMLElement, text: string) => {
  if (node.textContent !== text) node.textContent = text
}

function start(place: HTMLElement): void {
  const props: Props = JSON.parse(place.dataset.props ?? '{}')
  const { words, lang: own } = props
  const area = part<HTMLTextAreaElement>(place, 'textarea')
  const field = sayField(area, part(place, '.marks'))
  const told = part(place, '[data-told]')
  const undo = part(place, '[data-do="undo"]')
  let marks: readonly Marked[] = []
  let shown = ''
  /** What was there before the last change that a button made. */
  let before: string | undefined
  const rules = sayRules(props.sets, loaded => (loaded ? look() : put(part(place, '#count'), words.failed)))

  function findings(): Finding[] {
    const where = part<HTMLInputElement>(place, '[name="place"]:checked').value
    return byPhrase(marks).flatMap(({ phrase, marks: places }) => {
      const [first] = places.flatMap(at => marks[at] ?? [])
      const written = first && rules.phrase(first.lang, phrase)
      if (!written) return []
      return {
        reason: rules.phrase(own, phrase) ?? written,
        replies: written.instead.filter(reply => where === '' || reply.place === where),
        lang: first.lang,
        hits: places.map(at => shown.slice(marks[at]?.from, marks[at]?.to))
      }
    })
  }

  function say(isReady: boolean): void {
    const count = part(place, '#count')
    const isEmpty = shown.trim() === ''
    for (const button of place.querySelectorAll<HTMLButtonElement>('.under [data-do]')) button.disabled = button !== undo && shown === ''
    const state = isEmpty || !isReady ? '' : marks.length === 0 ? 'fine' : 'found'
    count.dataset.state = state
    if (state === 'found') put(count, fill(words.found, { n: marks.length }))
    else if (state === 'fine') put(count, words.none)
    else if (isEmpty) put(count, words.empty)
    else if (count.textContent !== words.failed) put(count, words.loading)
    part(place, '[data-findings]').hidden = marks.length === 0
    showFindings(part(place, '[data-list]'), findings(), props)
  }

  /** Looks at the whole text again: ten thousand characters take some ten milliseconds. */
  function look(): void {
    shown = field.text()
    const langs = langsIn(shown)
    const isReady = rules.ready(langs.length === 0 ? [own] : langs)
    marks = check(shown, rules.known, rules.register())
    field.paint(marks)
    say(isReady)
  }

  function change(from: number, to: number, text: string, saying: string): void {
    before = field.text()
    field.change(from, to, text)
    look()
    undo.hidden = false
    told.textContent = saying
  }

  async function copy(text: string): Promise<void> {
    told.textContent = ''
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false
    )
    told.textContent = isCopied ? words.copied : words.notCopied
  }

  /** The mark of a card that was looked at last, or its first. */
  function markOf({ dataset }: HTMLElement): Marked | undefined {
    const of = marks.filter(({ phrase }) => phrase === dataset.phrase)
    return of[Number(dataset.at ?? 0)] ?? of[0]
  }

  const DO: Readonly<Record<string, (button: HTMLElement, card: HTMLElement) => void>> = {
    copy: button => void copy(button.dataset.text ?? field.text()),
    clear: () => change(0, field.text().length, '', words.cleared),
    undo: () => {
      if (before === undefined) return
      change(0, field.text().length, before, words.undone)
      field.select(shown.length, shown.length)
      undo.hidden = true
    },
    show: (button, card) => {
      card.dataset.at = button.dataset.at
      const mark = markOf(card)
      if (mark) field.select(mark.from, mark.to)
    },
    replace: (button, card) => {
      const mark = markOf(card)
      if (mark) change(...sentenceAround(shown, mark), button.dataset.text ?? '', words.replaced)
    }
  }

  place.addEventListener('click', ({ target }) => {
    const button = (target as HTMLElement).closest<HTMLElement>('[data-do]')
    if (button) DO[button.dataset.do ?? '']?.(button, button.closest<HTMLElement>('[data-phrase]') ?? place)
  })
  place.addEventListener('submit', event => event.preventDefault())
  part(place, '[data-findings]').addEventListener('change', () => say(true))
  area.addEventListener('input', event => {
    told.textContent = ''
    if (!(event as InputEvent).isComposing) return look()
    // What an input method has not settled yet is no text: keep the marks that still hold.
    marks = unmoved(shown, field.text(), marks)
    shown = field.text()
    field.paint(marks)
  })
  area.addEventListener('compositionend', look)
  // A browser puts back what was written before a reload after the scripts have run.
  addEventListener('pageshow', look)
  place.dataset.awake = ''
  look()
}

for (const place of document.querySelectorAll<HTMLElement>('[data-tool]')) start(place)
