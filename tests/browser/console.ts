/** A trainer's console that is ready to take in receipts. */
import type { Page } from '@playwright/test'
import type { Lang } from '../../src/lang/text.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { type Assignment, encodeAssignment } from '../../src/training/assignment.ts'
import { toBase64url } from '../../src/training/bytes.ts'
import { shortHash } from '../../src/training/sealing.store.ts'
import { CODES } from '../trainer/answering.ts'
import { NOW, plan } from '../trainer/handing.ts'
import { REVISION } from './assignment.ts'
import { expect } from './promise.ts'
import type { Watched } from './watch.ts'

/** A console with a key, and an assignment of two modules put where the console keeps them. */
export async function readyConsole(
  page: Page,
  watched: Watched,
  lang: Lang
): Promise<{ assignment: Assignment; hash: string; key: string }> {
  await page.clock.setFixedTime(NOW)
  await page.goto(`/${lang}/trainer/`)
  await page.getByRole('button', { name: CONSOLE_WORDS[lang].makeKey, exact: true }).click()
  await expect(page.locator('main').locator('h2')).toBeFocused()
  const key = await page.evaluate(async () => {
    const database = await opened()
    return new Promise<string>(resolve => {
      const request = database.transaction('keys').objectStore('keys').getAllKeys()
      request.onsuccess = () => resolve(String(request.result[0]))
    })
    async function opened(): Promise<IDBDatabase> {
      const name = (await indexedDB.databases()).map(({ name }) => name ?? '').find(name => name.endsWith('trainer')) ?? ''
      return new Promise(resolve => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
      })
    }
  })
  const assignment = plan(key, { modules: CODES, pass: 80, revision: REVISION })
  const bytes = encodeAssignment(assignment)
  const hash = await shortHash(bytes)
  await page.evaluate(
    async row => {
      const name = (await indexedDB.databases()).map(({ name }) => name ?? '').find(name => name.endsWith('trainer')) ?? ''
      const database = await new Promise<IDBDatabase>(resolve => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
      })
      const transaction = database.transaction('assignments', 'readwrite')
      transaction.objectStore('assignments').put(row)
      await new Promise(resolve => (transaction.oncomplete = resolve))
      database.close()
    },
    { id: assignment.id, hash, code: toBase64url(bytes) }
  )
  await page.evaluate(() => history.replaceState(null, '', '#import'))
  // What a page is still loading when it is left would be a request that failed.
  await watched.settle()
  await page.reload()
  await expect(page.getByLabel(CONSOLE_WORDS[lang].paste, { exact: true })).toBeVisible()
  return { assignment, hash, key }
}
