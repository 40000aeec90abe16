/**
 * A class: a trainer projects a module's questions and counts hands. Everything it needs is fetched when the page is
 * opened, in both languages. It keeps nothing in anybody's record.
 */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { useHold } from '../device/useHold.ts'
import { fill, type Lang, otherLang } from '../lang/text.ts'
import { ClassStage } from './ClassStage.tsx'
import { keepClassroom, keptClassroom } from './classroom.store.ts'
import type { Classroom } from './classroom.ts'
import type { ClassSet } from './classSet.ts'
import type { ClassWords } from './classWords.ts'
import { NotLoaded } from './NotLoaded.tsx'
import { SelectionFields } from './SelectionFields.tsx'
import { type Available, drawSelection, fromFragment, mostOf } from './selection.ts'
import { useBank } from './useBank.ts'
import { keepInAddress, seededSelection, useSelection } from './useSelection.ts'
import type { TrainingWords } from './words.ts'

interface Props {
  readonly words: Pick<ClassWords, 'choose' | 'kinds'> & { readonly class: Pick<ClassWords['class'], 'start' | 'goOn'> }
  readonly bankWords: TrainingWords['bank']
  readonly lang: Lang
  readonly module: string
  /** Addresses of the module's questions in the page's language and in the other. */
  readonly bank: string
  readonly otherBank: string
  readonly count: number
  readonly available: Available
}

const noKinds = () => []

/** The class that was under way when the page was closed, unless the address asks for another. */
function openClass(module: string): Classroom | undefined {
  const { seed } = fromFragment(location.hash)
  const kept = keptClassroom(module)
  return kept && !kept.over && (seed === undefined || seed === kept.seed) ? kept : undefined
}

export function Class({ words, bankWords, lang: own, module, bank, otherBank, count, available }: Props) {
  const zh = useBank<ClassSet>(own === 'zh' ? bank : otherBank, noKinds)
  const en = useBank<ClassSet>(own === 'en' ? bank : otherBank, noKinds)
  const loaded = { zh, en }
  const [lang, setLang] = useState(own)
  const [selection, setSelection] = useSelection(count)
  const [room, setRoom] = useState(() => openClass(module))

  /** A class that is over is kept as well: it may have been ended by mistake. */
  const change = (next: Classroom) => {
    setRoom(next.over ? undefined : next)
    keepClassroom(module, { ...next, at: Date.now() })
  }
  const load = () => Promise.all([loaded[own].load(), loaded[otherLang(own)].load()])
  useEffect(() => void load(), [])

  const [mine, here] = [loaded[own].bank, loaded[lang].bank]
  const set = typeof here === 'object' ? here.set : typeof mine === 'object' ? mine.set : undefined
  const isOn = room !== undefined && set !== undefined
  useHold(isOn)
  useLayoutEffect(() => {
    if (!isOn) return
    // The class has the whole window to itself.
    document.documentElement.dataset.class = ''
    scrollTo(0, 0)
    return () => {
      delete document.documentElement.dataset.class
    }
  }, [isOn])

  async function start(event: Event) {
    event.preventDefault()
    if (!(await loaded[own].load())) return
    const chosen = seededSelection(selection)
    keepInAddress(chosen)
    setSelection(chosen)
    change({ ...chosen, at: 0, place: 0, hands: {} })
  }

  if (isOn) {
    return (
      <ClassStage
        set={set}
        lang={typeof here === 'object' ? lang : own}
        draw={drawSelection(set.questions, room)}
        room={room}
        onChange={change}
        onLang={async () => {
          const other = otherLang(lang)
          if (await loaded[other].load()) setLang(other)
        }}
        onEnd={() => change({ ...room, over: true })}
      />
    )
  }
  if (mine === 'failed') return <NotLoaded words={bankWords} onRetry={load} />
  const last = keptClassroom(module)
  return (
    <form onSubmit={start}>
      <SelectionFields selection={selection} available={available} words={words} onSelect={setSelection} />
      <button type="submit" class="primary" aria-busy={mine === 'loading'}>
        {fill(words.class.start, { n: Math.min(selection.count, mostOf(available, selection)) })}
      </button>
      {last && (
        <button type="button" disabled={typeof mine !== 'object'} onClick={() => change({ ...last, over: false })}>
          {fill(words.class.goOn, { seed: last.seed })}
        </button>
      )}
    </form>
  )
}
