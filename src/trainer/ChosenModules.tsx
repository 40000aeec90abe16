/** Which modules are assigned, and in which order: by buttons, so that it goes without a mouse too. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import type { ConsoleCourse } from './consoleCourse.ts'

interface Props {
  readonly course: ConsoleCourse
  /** Ids, in order. */
  readonly chosen: readonly string[]
  onChange(chosen: readonly string[]): void
}

export function ChosenModules({ course, chosen, onChange }: Props) {
  const { words, modules, paths } = course
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id])
  return (
    <>
      <fieldset>
        <legend>{words.fromPath}</legend>
        <p class="ways">
          {paths.map(path => (
            <button key={path.id} type="button" onClick={() => onChange([...new Set([...chosen, ...path.modules])])}>
              {path.title}
            </button>
          ))}
        </p>
      </fieldset>
      <fieldset>
        <legend>{words.choose}</legend>
        <ul class="picks">
          {modules.map(({ id, title, minutes }) => (
            <li key={id}>
              <label class="pick">
                <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                <span>
                  {title} <small>{fill(words.minutes, { n: minutes })}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <Order course={course} chosen={chosen} onChange={onChange} />
    </>
  )
}

function Order({ course: { words, modules }, chosen, onChange }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  /** The button that was pressed: moving its row must not lose the focus. */
  const pressed = useRef('')
  useLayoutEffect(() => {
    if (pressed.current) list.current?.querySelector<HTMLElement>(`[data-move="${pressed.current}"]`)?.focus()
    pressed.current = ''
  }, [chosen])
  const ordered = chosen.flatMap(id => modules.find(module => module.id === id) ?? [])
  if (ordered.length === 0) return <p>{words.chosenNone}</p>

  const move = (at: number, by: -1 | 1) => {
    const one = ordered[at]
    const to = at + by
    if (!one || to < 0 || to >= ordered.length) return
    const next = ordered.map(({ id }) => id)
    next.splice(at, 1)
    next.splice(to, 0, one.id)
    pressed.current = `${one.id} ${by}`
    setSaid(fill(words.moved, { name: one.title, n: to + 1 }))
    onChange(next)
  }
  const minutes = ordered.reduce((sum, module) => sum + module.minutes, 0)
  return (
    <>
      <h3>{fill(words.chosen, { n: ordered.length, minutes })}</h3>
      <ol class="order" ref={list}>
        {ordered.map(({ id, title }, at) => (
          <li key={id}>
            <span>{title}</span>
            {([-1, 1] as const).map(by => (
              <button
                key={by}
                type="button"
                data-move={`${id} ${by}`}
                aria-disabled={by === -1 ? at === 0 : at === ordered.length - 1}
                aria-label={fill(by === -1 ? words.up : words.down, { name: title })}
                onClick={() => move(at, by)}
              >
                {by === -1 ? '↑' : '↓'}
              </button>
            ))}
          </li>
        ))}
      </ol>
      <p role="status" class="hush">
        {said}
      </p>
    </>
  )
}
