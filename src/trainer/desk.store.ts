/** The console of this browser. */
import { NAME } from '../device/place.ts'
import { openCabinet } from './cabinet.store.ts'
import { openConsole } from './console.store.ts'

export const desk = openConsole({
  cabinet: openCabinet(`${NAME}trainer`),
  channel: 'BroadcastChannel' in globalThis ? new BroadcastChannel(`${NAME}trainer`) : undefined,
  now: () => Date.now()
})
