/** Steps that are moved by buttons, or dragged by their number. Nothing counts as answered before the first move. */
import type { TargetedPointerEvent } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fill } from '../../lang/text.ts'
import type { BodyProps } from '../kindView.tsx'
import { moved } from './move.ts'
import { named } from './named.ts'
import { sequenceOf } from './order.ts'

export function Ordering({ question, order, response, words, onTake }: BodyProps<'order'>) {
  const texts = words.order
  const steps = sequenceOf(question, [...response, ...order])
  const [said, setSaid] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  /** What has to have the focus when the steps stand in their new order: a browser may drop it while it moves them. */
  const focused = useRef<HTMLElement | null>()
  useLayoutEffect(() => {
    focused.current?.focus()
    focused.current = null
  }, [response.join()])

  const textOf = (id: string) => question.items.find(item => item.id === id)?.text ?? ''
  const nameOf = (id: string) => named(textOf(id))
  const move = (id: string, to: number) => {
    const within = to >= 0 && to < steps.length
    setSaid(within ? fill(texts.moved, { step: nameOf(id), k: to + 1, n: steps.length }) : to < 0 ? texts.first : texts.last)
    if (within) onTake(moved(steps, id, to))
  }
  const { target, grab } = useDrag(steps, move)
  const others = steps.filter(id => id !== target?.id)
  const dropAt = (id: string) => {
    if (!target || steps[target.to] === target.id) return
    return others[target.to] === id ? 'before' : target.to === others.length && others.at(-1) === id ? 'after' : undefined
  }

  return (
    <>
      <p class="aside">{texts.how}</p>
      <ol class="ordering">
        {steps.map((id, index) => {
          const mover = (label: string, sign: string, to: number) => (
            <button
              type="button"
              aria-label={fill(label, { step: nameOf(id) })}
              aria-disabled={to < 0 || to >= steps.length}
              onClick={event => {
                focused.current = event.currentTarget
                move(id, to)
              }}
            >
              {sign}
            </button>
          )
          return (
            <li key={id} data-step={id} data-dragged={target?.id === id} data-drop={dropAt(id)}>
              <span class="grip" {...grab(id)}>
                {index + 1}
              </span>
              <span class="text">{textOf(id)}</span>
              <span class="arrows">
                {mover(texts.up, '↑', index - 1)}
                {mover(texts.down, '↓', index + 1)}
              </span>
            </li>
          )
        })}
      </ol>
      {response.length === 0 && (
        <button
          type="button"
          onClick={() => {
            focused.current = status.current
            setSaid(texts.kept)
            onTake(steps)
          }}
        >
          {texts.keep}
        </button>
      )}
      <p class="aside" role="status" tabIndex={-1} ref={status}>
        {said}
      </p>
    </>
  )
}

/** Where a step is being dragged to; it is moved when it is let go. */
function useDrag(steps: readonly string[], move: (id: string, to: number) => void) {
  const [target, setTarget] = useState<{ readonly id: string; readonly to: number }>()
  const from = useRef(0)

  /** The dragged row follows the pointer; its place is after every other row whose middle lies above. */
  const follow = (id: string, { currentTarget, clientY, pageY }: TargetedPointerEvent<HTMLElement>) => {
    const row = currentTarget.closest('li')
    const others = [...(row?.parentElement?.children ?? [])].filter(other => other !== row)
    const to = others.filter(other => {
      const { top, height } = other.getBoundingClientRect()
      return top + height / 2 < clientY
    }).length
    row?.style.setProperty('translate', `0 ${pageY - from.current}px`)
    if (to === target?.to) return
    setTarget({ id, to })
    others[Math.min(to, others.length - 1)]?.scrollIntoView({ block: 'nearest' })
  }
  const end = (event: TargetedPointerEvent<HTMLElement>) => {
    event.currentTarget.closest('li')?.style.removeProperty('translate')
    setTarget(undefined)
  }
  const grab = (id: string) => ({
    onPointerDown(event: TargetedPointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      from.current = event.pageY
      setTarget({ id, to: steps.indexOf(id) })
    },
    onPointerMove: (event: TargetedPointerEvent<HTMLElement>) => target?.id === id && follow(id, event),
    onPointerUp(event: TargetedPointerEvent<HTMLElement>) {
      if (target?.id === id && steps[target.to] !== id) move(id, target.to)
      end(event)
    },
    onPointerCancel: end
  })
  return { target, grab }
}
