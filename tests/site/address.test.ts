import { describe, expect, test } from 'vitest'
import { baseFrom, hereFrom, moduleAddress, pageAddress, twinOf, withBase, withoutBase } from '../../src/site/address.ts'

describe('the base of the site', () => {
  test.each([
    [undefined, '/'],
    ['', '/'],
    ['/', '/'],
    ['handbook', '/handbook/'],
    ['/handbook', '/handbook/'],
    ['/team/handbook/', '/team/handbook/']
  ])('from the setting %j is %s', (setting, base) => {
    expect(baseFrom(setting)).toBe(base)
  })
})

describe('a link', () => {
  test.each([
    ['/zh/tools/', '/', '/zh/tools/'],
    ['/zh/tools/', '/handbook/', '/handbook/zh/tools/'],
    ['/zh/tools/', '/handbook', '/handbook/zh/tools/']
  ])('to %s under %s leads to %s', (path, base, href) => {
    expect(withBase(path, base)).toBe(href)
  })

  test.each(['#steps', 'mailto:a@example.org', 'https://example.org/', '//example.org/x'])('to %s stays as it is', href => {
    expect(withBase(href, '/handbook/')).toBe(href)
  })

  test('loses its base again', () => {
    expect(withoutBase('/handbook/en/', '/handbook/')).toBe('/en/')
    expect(withoutBase('/en/', '/')).toBe('/en/')
  })

  test('to a rule ends in its id', () => {
    expect(pageAddress('zh', 'visit/after', 'visit.prove-fix')).toBe('/zh/handbook/visit/after/#visit.prove-fix')
    expect(moduleAddress('en', 'speech')).toBe('/en/modules/speech/')
  })
})

test('an address tells the language and the handbook page', () => {
  expect(hereFrom('/en/handbook/visit/after/')).toEqual({ lang: 'en', page: 'visit/after' })
  expect(hereFrom('/en/handbook/')).toEqual({ lang: 'en' })
  expect(hereFrom('/zh/modules/speech/')).toEqual({ lang: 'zh' })
})

test('the other language has the same address but for the language', () => {
  expect(twinOf('/zh/handbook/visit/after/')).toBe('/en/handbook/visit/after/')
  expect(twinOf('/en/')).toBe('/zh/')
})
