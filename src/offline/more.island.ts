/** Adds the pages for trainers and authors to the copy: who opens one of them will do so again, and perhaps without a signal. */
import { registered, want } from './registration.store.ts'

export async function takeMore(): Promise<void> {
  await want('more')
  const registration = await registered()
  registration?.active?.postMessage('take')
}
