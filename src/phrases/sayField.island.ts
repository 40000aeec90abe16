/** The field of the phrase check: a text, the marks behind it, and a change that can be taken back. */
import type { Marked } from './check.ts'
import { piecesOf } from './draft.ts'

export interface SayField {
  text(): string
  /** Draws the marks behind the text. */
  paint(marks: readonly Marked[]): void
  /** Replaces a part, and leaves what was put in selected. */
  change(from: number, to: number, text: string): void
  select(from: number, to: number): void
}

/** Marked as outdated in the standard, but nothing else changes a field so that the browser's own undo knows of it. */
interface Editing {
  execCommand(command: 'insertText' | 'delete', hasDialog: false, text: string): boolean
}
const editing: Editing = document

export function sayField(area: HTMLTextAreaElement, backdrop: HTMLElement): SayField {
  const select = (from: number, to: number) => {
    area.focus()
    area.setSelectionRange(from, to)
  }
  return {
    text: () => area.value,
    paint(marks) {
      const nodes = piecesOf(area.value, marks).map(({ text, mark }) => {
        if (mark === undefined) return text
        const node = document.createElement('mark')
        node.textContent = text
        return node
      })
      // A last line break has no height without something behind it.
      backdrop.replaceChildren(...nodes, '\u200b')
    },
    change(from, to, text) {
      select(from, to)
      // So it goes into the browser's own history, and Ctrl-Z takes it back. Not every browser has it.
      const isDone = editing.execCommand(text === '' ? 'delete' : 'insertText', false, text)
      if (!isDone) area.setRangeText(text, from, to)
      select(from, from + text.length)
    },
    select
  }
}
