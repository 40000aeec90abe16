/** QR codes held before the camera: each is imported once, and what stops the camera is told. */
import type { Page } from '@playwright/test'
import { fill, LANGS } from '../../src/lang/text.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { IMPORT_WORDS } from '../../src/trainer/importWords.ts'
import { fromBase64url, toDigits } from '../../src/training/bytes.ts'
import { receiptQr } from '../../src/training/qr.store.ts'
import { device, done } from '../trainer/handing.ts'
import { REVISION } from './assignment.ts'
import { readyConsole } from './console.ts'
import { expect, test } from './promise.ts'

type Held = NonNullable<ReturnType<typeof receiptQr>>
interface Fake {
  held?: Held
  readonly tracks: MediaStreamTrack[]
}
declare global {
  var fakeCamera: Fake
}

/** A camera that sees a wall, or the code that is held before it. */
async function withCamera(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.fakeCamera = { tracks: [] }
    const draw = (canvas: HTMLCanvasElement) => {
      const context = canvas.getContext('2d')
      if (!context) return
      const { held } = globalThis.fakeCamera
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.fillStyle = '#fff'
      context.fillRect(0, 0, canvas.width, canvas.height)
      if (!held) return
      context.fillStyle = '#000'
      context.setTransform(6, 0, 0, 6, 24, 24)
      context.fill(new Path2D(held.path))
    }
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = 720
      draw(canvas)
      const stream = canvas.captureStream(10)
      setInterval(() => draw(canvas), 100)
      globalThis.fakeCamera.tracks.push(...stream.getTracks())
      return stream
    }
  })
}

function codeOf(code: string): Held {
  const qr = receiptQr('https://h.example/zh/trainer/', toDigits(fromBase64url(code) ?? new Uint8Array()))
  if (!qr) throw new Error('There is no room in a QR code')
  return qr
}
const hold = (page: Page, held: Held) => page.evaluate(held => Object.assign(globalThis.fakeCamera, { held }), held)
const states = (page: Page) => page.evaluate(() => globalThis.fakeCamera.tracks.map(({ readyState }) => readyState))

for (const lang of LANGS) {
  const [words, importing] = [CONSOLE_WORDS[lang], IMPORT_WORDS[lang]]

  test(`a code before the camera is imported once however long it is held, and a camera that stops says so (${lang})`, async ({
    page,
    watched
  }) => {
    await withCamera(page)
    const { hash, key } = await readyConsole(page, watched, lang)
    const people = await Promise.all(['A1', 'B2'].map(staff => device(hash, key, staff, `学员${staff}`)))
    const codes = await Promise.all(people.map(async own => codeOf(await own.hand([done(0)], { revision: REVISION }))))
    const button = page.getByRole('button', { name: importing.camera, exact: true })
    const box = page.getByRole('region', { name: importing.cameraTitle })
    const summary = page.locator('form').getByRole('status')
    const once = fill(words.importDone, { all: 1, counted: 1, duplicate: 0, refused: 0 })
    await button.click()
    await expect(box).toBeFocused()
    for (const held of codes) {
      await hold(page, held)
      await expect(box.getByRole('status')).toHaveText(importing.cameraFound)
      await expect(page.locator('[data-line=counted]')).toContainText(`学员${held === codes[0] ? 'A1' : 'B2'}`)
      // Several looks later it has not been imported again: that would be a duplicate.
      await page.waitForTimeout(1200)
      await expect(summary).toContainText(once)
    }

    await page.evaluate(() => {
      for (const track of globalThis.fakeCamera.tracks) {
        track.stop()
        track.dispatchEvent(new Event('ended'))
      }
    })
    await expect(page.getByRole('alert')).toHaveText(importing.cameraLost)
    await expect(box).toHaveCount(0)
    await expect(button).toBeFocused()

    await button.click()
    await expect(box).toBeFocused()
    await expect.poll(() => states(page)).toEqual(['ended', 'live'])
    await page.getByRole('button', { name: importing.cameraStop, exact: true }).click()
    await expect(button).toBeFocused()
    expect(await states(page)).toEqual(['ended', 'ended'])
    expect(watched.troubles).toEqual([])
  })
}
