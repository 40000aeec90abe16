/** Makes the page busy for as long as a view is there and `on`. */
import { useEffect } from 'preact/hooks'
import { hold } from './busy.store.ts'

export function useHold(on: boolean): void {
  useEffect(() => (on ? hold() : undefined), [on])
}
