/** Elements made by hand: texts are put in as text, so nothing that is searched or typed can become markup. */
import type { Piece } from './answer.ts'

export type Child = Node | string

export function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Readonly<Record<string, string>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

export function icon(path: string): SVGElement {
  const [svg, line] = ['svg', 'path'].map(name => document.createElementNS('http://www.w3.org/2000/svg', name)) as [SVGElement, SVGElement]
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

export function marked(pieces: readonly Piece[]): Child[] {
  return pieces.map(({ text, hit }) => (hit ? make('mark', {}, text) : text))
}
