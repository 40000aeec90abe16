/** What a key or a clicker means in front of a class. Pure. */

export type Action =
  /** To another question. */
  | { readonly type: 'go'; readonly by: 1 | -1 }
  /** To the answer first, then to another question: a clicker has two buttons. */
  | { readonly type: 'click'; readonly by: 1 | -1 }
  | { readonly type: 'hand'; readonly place: number; readonly by: 1 | -1 }
  | { readonly type: 'scroll'; readonly by: 1 | -1 }
  | { readonly type: 'answer' | 'rule' | 'clear' | 'screen' | 'language' | 'help' }

interface Pressed {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
}

const KEYS = new Map<string, Action>([
  ['ArrowRight', { type: 'go', by: 1 }],
  ['n', { type: 'go', by: 1 }],
  ['ArrowLeft', { type: 'go', by: -1 }],
  ['p', { type: 'go', by: -1 }],
  ['PageDown', { type: 'click', by: 1 }],
  ['PageUp', { type: 'click', by: -1 }],
  ['ArrowDown', { type: 'scroll', by: 1 }],
  ['ArrowUp', { type: 'scroll', by: -1 }],
  [' ', { type: 'answer' }],
  ['Enter', { type: 'answer' }],
  ['a', { type: 'answer' }],
  // The button of a clicker that makes the screen dark.
  ['.', { type: 'answer' }],
  ['b', { type: 'answer' }],
  ['r', { type: 'rule' }],
  ['c', { type: 'clear' }],
  ['Delete', { type: 'clear' }],
  ['f', { type: 'screen' }],
  ['l', { type: 'language' }],
  ['?', { type: 'help' }],
  ['？', { type: 'help' }],
  ['h', { type: 'help' }]
])

/** Digits go by their key, not by their sign: with Shift each keyboard writes another, and a French one writes them so. */
export function actionOf({ key, code, shiftKey }: Pressed): Action | undefined {
  const digit = /^Digit([1-6])$/.exec(code)?.[1]
  if (digit !== undefined) return { type: 'hand', place: Number(digit), by: shiftKey ? -1 : 1 }
  if (/^[1-6]$/.test(key)) return { type: 'hand', place: Number(key), by: 1 }
  return KEYS.get(key.length === 1 ? key.toLowerCase() : key)
}
