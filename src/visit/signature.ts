/** A drawn signature: lines of points as fractions of the pad's width, so that they can be drawn at any size. */
import type { Stroke } from './paper.ts'

/** How wide the pad is, measured in its heights. */
export const RATIO = 2
/** Points nearer than this to the one before (fraction of the pad's width) are left out: no eye sees them. */
const NEAR = 0.004

interface Pixel {
  readonly x: number
  readonly y: number
}

const rounded = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most) * 10_000) / 10_000

/** From pixels on a pad of this width (pixels). What was drawn beyond an edge lies on it. */
export function toStrokes(lines: readonly (readonly Pixel[])[], width: number): Stroke[] {
  if (!(width > 0)) return []
  return lines.flatMap(line => {
    const stroke: [number, number][] = []
    for (const [index, { x, y }] of line.entries()) {
      const point: [number, number] = [rounded(x / width, 1), rounded(y / width, 1 / RATIO)]
      const last = stroke.at(-1)
      const isNear = last !== undefined && Math.hypot(point[0] - last[0], point[1] - last[1]) < NEAR
      if (!isNear || (index === line.length - 1 && stroke.length > 1)) stroke.push(point)
    }
    return stroke.length === 0 ? [] : [stroke]
  })
}

/** The same, in pixels of a pad of another width. */
export function toPixels(strokes: readonly Stroke[], width: number): Pixel[][] {
  return strokes.map(stroke => stroke.map(([x, y]) => ({ x: x * width, y: y * width })))
}

/** The `d` of an SVG path in a box 1000 wide: curves through the middles between points; a dot is a short line. */
export function toPath(strokes: readonly Stroke[]): string {
  const at = (x: number, y: number) => `${Math.round(x * 1000)} ${Math.round(y * 1000)}`
  return strokes
    .map(stroke => {
      const [first = [0, 0], ...others] = stroke
      const start = `M${at(first[0], first[1])}`
      const last = others.at(-1)
      if (!last) return `${start}h1`
      const curves = others.slice(0, -1).map(([x, y], index) => {
        const [nextX, nextY] = others[index + 1] ?? [x, y]
        return `Q${at(x, y)} ${at((x + nextX) / 2, (y + nextY) / 2)}`
      })
      return `${start}${curves.join('')}L${at(last[0], last[1])}`
    })
    .join('')
}
