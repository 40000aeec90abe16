/** One question of a class at a time, for everybody in the room to read. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { readSetting, writeSetting } from '../device/settings.store.ts'
import { useAwake } from '../device/useAwake.ts'
import { fill, type Lang, localeOf } from '../lang/text.ts'
import type { Draw } from '../quiz/draw.ts'
import type { Paper } from '../quiz/paper.ts'
import { ClassHands } from './ClassHands.tsx'
import { ClassOver } from './ClassOver.tsx'
import { ClassTask } from './ClassTask.tsx'
import { type Action, actionOf } from './classKeys.ts'
import { type Classroom, type Hands, totalOf, withCount, withHand } from './classroom.ts'
import type { ClassSet } from './classSet.ts'
import { laidOut } from './laidOut.ts'
import { PaperScene } from './PaperScene.tsx'
import { PaperTask } from './PaperTask.tsx'
import { useFit } from './useFit.ts'
import { useFullScreen } from './useFullScreen.ts'

interface Props {
  readonly set: ClassSet
  readonly lang: Lang
  readonly draw: Draw
  readonly room: Classroom
  onChange(room: Classroom): void
  onLang(): void
  onEnd(): void
}

/** Where it is kept whether letters and digits are keys. */
const SIGNS = 'class-signs'
const isSign = (key: string) => key.length === 1 && key !== ' '

const HIDDEN = { answer: false, rule: false }
const keepFocus = (event: Event) => event.preventDefault()

/** Scrolls to what can't be seen yet; false where all of it was seen. */
function readOn(column: HTMLElement | null): boolean {
  if (!column || column.scrollTop + column.clientHeight > column.scrollHeight - 8) return false
  column.scrollBy({ top: column.clientHeight * 0.8 })
  return true
}

/** A key that is meant for what has the focus: a field, or a button that it presses. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  return target.closest('input, select, textarea') !== null || ((key === ' ' || key === 'Enter') && target.closest('a, button') !== null)
}

export function ClassStage({ set, lang, draw: { items }, room, onChange, onLang, onEnd }: Props) {
  const { class: words, quiz } = set.words
  const { hands } = room
  const place = Math.min(room.place, items.length)
  const item = items[place]
  const paper = set.questions.find(({ id }) => id === item?.question)
  const laid = paper && item && laidOut(paper, item.choices)
  const hasHands = laid !== undefined && paper?.room?.type === 'box'

  const [shown, setShown] = useState(HIDDEN)
  /** What was counted before it was cleared. */
  const [cleared, setCleared] = useState<Hands[string]>()
  const [said, setSaid] = useState('')
  /** Letters and digits do something by themselves; who dictates, or whose keyboard is in the way, turns that off. */
  const [signs, setSigns] = useState(readSetting(SIGNS) !== 'off')
  const top = useRef<HTMLHeadingElement>(null)
  const help = useRef<HTMLDivElement>(null)
  const scene = useRef<HTMLElement>(null)
  const answers = useRef<HTMLElement>(null)
  const screen = useFullScreen()
  useAwake()
  useFit([scene, answers], lang, place, shown)
  useLayoutEffect(() => top.current?.focus(), [place])

  const go = (by: 1 | -1) => {
    setShown(HIDDEN)
    setCleared(undefined)
    setSaid('')
    onChange({ ...room, place: Math.max(0, Math.min(items.length, place + by)) })
  }
  const toggle = (what: keyof typeof HIDDEN) => paper && setShown({ ...shown, [what]: !shown[what] })
  const count = (choice: string, by: 1 | -1) => {
    if (!paper) return
    const now = withHand(hands, paper.id, choice, by)
    const entry = laid?.lists[0]?.entries.find(({ id }) => id === choice)
    setSaid(fill(words.counted, { sign: entry?.sign ?? '', n: now[paper.id]?.[choice] ?? 0 }))
    onChange({ ...room, hands: now })
  }
  const counted = paper ? totalOf(hands, paper.id) : 0
  const clear = () => {
    if (!paper || (counted === 0 && !cleared)) return
    setSaid(counted > 0 ? words.cleared : words.restored)
    setCleared(counted > 0 ? hands[paper.id] : undefined)
    onChange({ ...room, hands: withCount(hands, paper.id, counted > 0 ? {} : (cleared ?? {})) })
  }
  const act = (action: Action) => {
    switch (action.type) {
      case 'go':
        return go(action.by)
      case 'click':
        if (paper && shown.answer !== action.by > 0) return toggle('answer')
        return action.by > 0 && readOn(answers.current) ? undefined : go(action.by)
      case 'hand': {
        const entry = hasHands ? laid.lists[0]?.entries[action.place - 1] : undefined
        return entry && count(entry.id, action.by)
      }
      case 'scroll':
        for (const { current } of [scene, answers]) current?.scrollBy({ top: action.by * 120 })
        return scrollBy({ top: action.by * 120 })
      case 'clear':
        return clear()
      case 'screen':
        return screen.toggle()
      case 'language':
        return onLang()
      case 'help':
        return help.current?.togglePopover()
      default:
        return toggle(action.type)
    }
  }
  // Before the next key: a hand counted on what was there before would be lost.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return
      const action = isSign(event.key) && !signs ? undefined : actionOf(event)
      if (!action) return
      event.preventDefault()
      // A key held down is one key; only scrolling goes on.
      if (!event.repeat || action.type === 'scroll') act(action)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })

  const button = (label: string, does: Action, more: { readonly disabled?: boolean; readonly class?: string } = {}) => (
    <button type="button" onMouseDown={keepFocus} onClick={() => act(does)} {...more}>
      {label}
    </button>
  )
  return (
    <section class="stage" lang={localeOf(lang)} data-answer={shown.answer}>
      <header>
        <h1>{set.title}</h1>
        <h2 ref={top} tabIndex={-1}>
          {paper ? fill(words.place, { k: place + 1, n: items.length }) : words.over}
        </h2>
        <span class="seed">{fill(words.seedIs, { seed: room.seed })}</span>
        <div class="tools">
          <button
            type="button"
            lang={localeOf(lang === 'zh' ? 'en' : 'zh')}
            aria-label={words.otherLabel}
            onMouseDown={keepFocus}
            onClick={onLang}
          >
            {words.other}
          </button>
          {screen.can && button(screen.on ? words.leaveScreen : words.fullScreen, { type: 'screen' })}
          <button type="button" popoverTarget="class-keys" onMouseDown={keepFocus}>
            {words.help}
          </button>
          <button
            type="button"
            onMouseDown={keepFocus}
            onClick={() => {
              screen.leave()
              onEnd()
            }}
          >
            {words.end}
          </button>
        </div>
        <progress max={items.length} value={place} aria-hidden="true" />
      </header>
      {paper && laid ? (
        <>
          <section class="scene" ref={scene} aria-label={fill(words.place, { k: place + 1, n: items.length })}>
            <PaperScene paper={paper} words={quiz} />
            {/* A transcript needs its column for itself. */}
            {paper.turns && <PaperTask paper={{}} lists={laid.lists} lang={lang} />}
            {shown.rule && <Rules set={set} paper={paper} />}
          </section>
          {(laid.lists.length > 0 || shown.answer) && (
            <section class="answers" ref={answers} aria-label={paper.ask}>
              {hasHands ? (
                <ClassHands paper={paper} laid={laid} hands={hands} answer={shown.answer} words={set.words} onHand={count} />
              ) : (
                <ClassTask paper={paper} laid={laid} lang={lang} answer={shown.answer} words={words} />
              )}
            </section>
          )}
        </>
      ) : (
        <ClassOver set={set} items={items} hands={hands} onGo={to => onChange({ ...room, place: to })} />
      )}
      <nav aria-label={words.controls}>
        {button(words.previous, { type: 'go', by: -1 }, { class: 'turn', disabled: place === 0 })}
        {paper && (
          <>
            {button(shown.answer ? words.hideAnswer : words.showAnswer, { type: 'answer' }, { class: 'main' })}
            {button(shown.rule ? words.hideRule : words.showRule, { type: 'rule' })}
            {hasHands &&
              button(counted === 0 && cleared ? words.restore : words.clear, { type: 'clear' }, { disabled: counted === 0 && !cleared })}
          </>
        )}
        {button(words.next, { type: 'go', by: 1 }, { class: 'turn', disabled: !paper })}
      </nav>
      <p class="hidden" role="status">
        {said}
      </p>
      <div class="keys" id="class-keys" ref={help} popover="auto">
        <h3>{words.help}</h3>
        <dl>
          {words.keys.map(([keys, what]) => (
            <div key={keys}>
              <dt>{keys}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <label>
          <input
            type="checkbox"
            checked={signs}
            onChange={() => {
              writeSetting(SIGNS, signs ? 'off' : '')
              setSigns(!signs)
            }}
          />{' '}
          {words.signs}
        </label>
      </div>
    </section>
  )
}

/** The rules that a question tests, in the handbook's words. */
function Rules({ set, paper }: { readonly set: ClassSet; readonly paper: Paper }) {
  return (
    <aside class="rule" aria-label={set.words.quiz.rules}>
      {paper.rules.flatMap(id => {
        const rule = set.rules[id]
        return rule ? (
          <p key={id}>
            <a href={rule.href}>{rule.name}</a>
            {rule.badge && <small> {rule.badge}</small>} {rule.text}
          </p>
        ) : (
          []
        )
      })}
    </aside>
  )
}
