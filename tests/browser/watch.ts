/** Watches a page: what it asks for, what it complains about, and what moves in it. */
import type { Page, Request } from '@playwright/test'

export interface Watched {
  /** Complaints so far, in words: errors, violations of the security policy, failed and foreign requests. */
  readonly troubles: readonly string[]
  readonly requests: readonly Request[]
  /** Waits until the page has loaded, nothing more is being fetched, and two frames have been painted. */
  settle(): Promise<void>
  /** Begins anew, for the next page. */
  forget(): void
  /** What has moved by itself since the page was opened, and by how much (layout shifts). */
  shifts(): Promise<string[]>
}

declare global {
  interface Window {
    readonly moved: string[]
  }
}

/** Runs in every document of the page, before its own scripts. */
function observe(): void {
  const moved: string[] = []
  Object.assign(window, { moved })
  document.addEventListener('securitypolicyviolation', event =>
    reportError(new Error(`securitypolicyviolation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))
  )
  interface Shift extends PerformanceEntry {
    readonly value: number
    readonly hadRecentInput: boolean
    readonly sources: readonly { readonly node: Node | null; readonly previousRect: DOMRect; readonly currentRect: DOMRect }[]
  }
  const told = ({ node, previousRect: from, currentRect: now }: Shift['sources'][number]) =>
    `${node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className}` : node?.textContent} (${from.x} ${from.y} → ${now.x} ${now.y})`
  new PerformanceObserver(list => {
    for (const { hadRecentInput, value, sources } of list.getEntries() as Shift[]) {
      if (!hadRecentInput) moved.push(`${value.toFixed(4)}: ${sources.map(told).join(', ')}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** What Playwright itself says where a test lets no worker in. */
const BLOCKED = 'Service Worker registration blocked by Playwright'

const twoFrames = () => new Promise<void>(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

export async function watch(page: Page, site: string): Promise<Watched> {
  const troubles: string[] = []
  const requests: Request[] = []
  const open = new Set<Request>()
  page.on('request', request => {
    requests.push(request)
    open.add(request)
    const url = request.url()
    if (!url.startsWith(`${site}/`) && !/^(data|blob):/.test(url)) troubles.push(`asks another server: ${url}`)
  })
  page.on('requestfinished', request => open.delete(request))
  page.on('requestfailed', request => {
    open.delete(request)
    // A browser gives up fetching a page ahead when it is opened meanwhile, and the icon of a page that is left at once; that is
    // no trouble of the page's.
    const isAhead = request.headers()['sec-purpose']?.startsWith('prefetch') || request.url().endsWith('/icon.svg')
    if (isAhead && request.failure()?.errorText === 'net::ERR_ABORTED') return
    troubles.push(`request failed: ${request.url()} ${request.failure()?.errorText}`)
  })
  page.on('response', response => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`)
  })
  page.on('console', message => {
    if (message.text() === BLOCKED) return
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', error => troubles.push(`error: ${error.message}`))
  await page.addInitScript(observe)

  async function settle(): Promise<void> {
    await page.waitForLoadState('load')
    let quiet = 0
    while (quiet < 2) {
      await page.evaluate(twoFrames)
      quiet = open.size === 0 ? quiet + 1 : 0
    }
  }
  return {
    troubles,
    requests,
    settle,
    forget() {
      troubles.length = 0
      requests.length = 0
      open.clear()
    },
    async shifts() {
      await page.evaluate(twoFrames)
      return page.evaluate(() => window.moved)
    }
  }
}
