/** Where a customer draws. What is drawn is kept as fractions of the place's width and drawn again when that changes. */
import { useEffect, useRef } from 'preact/hooks'
import SignaturePad, { type PointGroup } from 'signature_pad'
import type { FormWords } from './formWords.ts'
import type { Stroke } from './paper.ts'
import { RATIO, toPixels, toStrokes } from './signature.ts'

interface Props {
  readonly strokes: readonly Stroke[]
  readonly words: FormWords['sheet']
  readonly onDraw: (strokes: readonly Stroke[]) => void
}

/** On paper ink is dark, whatever the theme. */
const PEN = {
  penColor: '#111',
  minWidth: 1,
  maxWidth: 3,
  dotSize: 2,
  velocityFilterWeight: 0.7,
  compositeOperation: 'source-over'
} as const
/** Milliseconds between points of a line that is drawn again: the pen was as fast everywhere. */
const BEAT = 16

function groups(strokes: readonly Stroke[], width: number): PointGroup[] {
  return toPixels(strokes, width).map(points => ({
    ...PEN,
    points: points.map((point, index) => ({ ...point, pressure: 0.5, time: index * BEAT }))
  }))
}

export function SignaturePlace({ strokes, words, onDraw }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>()
  const drawn = useRef(strokes)
  const told = useRef(onDraw)
  told.current = onDraw

  const redraw = () => pad.current?.fromData(groups(drawn.current, canvas.current?.clientWidth ?? 0), { clear: true })
  const take = (now: readonly Stroke[]) => {
    drawn.current = now
    told.current(now)
  }
  useEffect(() => {
    const [place, paper] = [box.current, canvas.current]
    if (!place || !paper) return
    const made = new SignaturePad(paper, PEN)
    pad.current = made
    made.addEventListener('endStroke', () =>
      take(
        toStrokes(
          made.toData().map(({ points }) => points),
          paper.clientWidth
        )
      )
    )
    const measure = () => {
      const width = Math.floor(Math.min(place.clientWidth, place.clientHeight * RATIO))
      const dense = Math.max(devicePixelRatio, 1)
      if (width <= 0 || (paper.clientWidth === width && paper.width === Math.round(width * dense))) return
      paper.width = Math.round(width * dense)
      paper.height = Math.round((width / RATIO) * dense)
      // Set through the object model, which the security policy allows; an attribute it would refuse.
      paper.style.width = `${width}px`
      paper.style.height = `${width / RATIO}px`
      paper.getContext('2d')?.scale(dense, dense)
      redraw()
    }
    const watch = new ResizeObserver(measure)
    watch.observe(place)
    measure()
    return () => {
      watch.disconnect()
      made.off()
    }
  }, [])
  const set = (now: readonly Stroke[]) => {
    take(now)
    redraw()
  }
  return (
    <>
      <div class="pad" ref={box}>
        <canvas ref={canvas} role="img" aria-label={words.pad} />
      </div>
      <div class="acts-row">
        <small>{words.padHint}</small>
        <button type="button" disabled={strokes.length === 0} onClick={() => set(strokes.slice(0, -1))}>
          {words.undo}
        </button>
        <button type="button" disabled={strokes.length === 0} onClick={() => set([])}>
          {words.clear}
        </button>
      </div>
    </>
  )
}
