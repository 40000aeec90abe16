/** The enrolments of this browser, and their index in local storage. */
import { NAME } from '../device/place.ts'
import { openDrawer, openEnrolments } from './enrolments.store.ts'

export const enrolments = openEnrolments({
  drawer: openDrawer(`${NAME}assigned`),
  channel: 'BroadcastChannel' in globalThis ? new BroadcastChannel(`${NAME}assigned`) : undefined,
  now: () => Date.now()
})

// A page that comes back to the front may have missed a message.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void enrolments.refresh()
})
