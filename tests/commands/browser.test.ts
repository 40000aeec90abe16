import { describe, expect, test } from 'vitest'
import { chooseBrowser } from '../../.commands/browser.mjs'

describe('the browser for the tests', () => {
  /** Places that tell when they were asked; those after the first found one may install, so they must not be. */
  function places(...found: string[][]) {
    const asked: number[] = []
    const list = found.map((paths, index) => async () => {
      asked.push(index)
      return paths
    })
    return { asked, list }
  }

  test('is the named one, and nothing else is asked', async () => {
    const { asked, list } = places(['/usr/bin/chromium'])
    expect(await chooseBrowser('/opt/chrome', list, () => true)).toBe('/opt/chrome')
    expect(asked).toEqual([])
  })

  test('is never another than the named one', async () => {
    const { asked, list } = places(['/usr/bin/chromium'])
    await expect(chooseBrowser('/gone', list, (path: string) => path !== '/gone')).rejects.toThrow('CHROMIUM_PATH is /gone')
    expect(asked).toEqual([])
  })

  test('is the first that starts, and what would install another is left alone', async () => {
    const { asked, list } = places(['/usr/bin/stub', '/usr/bin/chromium'], ['/opt/downloaded'])
    expect(await chooseBrowser(undefined, list, (path: string) => path !== '/usr/bin/stub')).toBe('/usr/bin/chromium')
    expect(asked).toEqual([0])
  })

  test('is asked for in one place after the other', async () => {
    const { asked, list } = places([], ['/usr/bin/stub'], ['/opt/downloaded'])
    expect(await chooseBrowser('', list, (path: string) => path === '/opt/downloaded')).toBe('/opt/downloaded')
    expect(asked).toEqual([0, 1, 2])
  })

  test('that cannot be had is an error that says what to do', async () => {
    const { list } = places([], ['/usr/bin/stub'])
    await expect(chooseBrowser(undefined, list, () => false)).rejects.toThrow(/install Google Chrome or Chromium[\s\S]*CHROMIUM_PATH/)
  })
})
