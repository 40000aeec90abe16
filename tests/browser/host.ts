/** A host whose handbook is deployed anew, which loses files, sends broken ones and drops connections. */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { packSite } from '../../src/site/offline.integration.ts'
import { filesOf, folder, root } from './site.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/atom+xml'
}

/** What is wrong with the answers to some paths. `slow`: half of the file, and the rest never. */
export type Fault = 'cut' | 'missing' | 'damaged' | 'page' | 'slow'

export interface Host {
  readonly url: string
  /** Paths that were asked for. */
  readonly asked: string[]
  /** All that was sent here, each request as one text: its method, address, headers and body. */
  readonly heard: readonly string[]
  deploy(site: string): void
  /** Answers to these paths are faulty until it is called again. */
  fail(paths?: RegExp, fault?: Fault): void
  /** Drops every connection, and takes none. */
  goDown(): void
  comeBack(): void
  close(): Promise<void>
}

function send(response: ServerResponse, body: Buffer, path: string, fault: Fault | undefined): void {
  // The headers of a host stand on the packs as well.
  response.setHeader('x-frame-options', 'DENY')
  response.setHeader('content-type', fault === 'page' ? 'text/html' : (TYPES[extname(path)] ?? 'text/plain'))
  if (fault === 'page') return void response.end('<!doctype html><title>A page for everything</title>')
  if (fault === 'damaged') return void response.end(body.toString().replace('service', 'secrets'))
  if (fault !== 'cut' && fault !== 'slow') return void response.end(body)
  response.setHeader('content-length', body.length)
  response.write(body.subarray(0, body.length / 2), () => fault === 'cut' && response.destroy())
}

function read(site: string, path: string): Buffer | undefined {
  try {
    return readFileSync(join(site, path.endsWith('/') ? `${path}index.html` : path))
  } catch {
    return undefined
  }
}

export async function openHost(first: string): Promise<Host> {
  let [site, down] = [first, false]
  let rule: { readonly paths: RegExp; readonly fault: Fault } | undefined
  const asked: string[] = []
  const heard: string[] = []
  const server = createServer((request, response) => {
    if (down) return void request.destroy()
    const place = heard.push([request.method, request.url, ...request.rawHeaders].join('\n')) - 1
    request.setEncoding('utf8').on('data', part => {
      heard[place] += `\n${part}`
    })
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    asked.push(path)
    const fault = rule?.paths.test(path) ? rule.fault : undefined
    const body = fault === 'missing' ? undefined : read(site, path)
    if (body || fault === 'page') return send(response, body ?? Buffer.alloc(0), path.endsWith('/') ? 'index.html' : path, fault)
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(read(site, '404.html'))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    heard,
    deploy(next) {
      site = next
    },
    fail(paths, fault = 'missing') {
      rule = paths && { paths, fault }
    },
    goDown() {
      down = true
      server.closeAllConnections()
    },
    comeBack() {
      down = false
    },
    close: () => new Promise(done => server.close(() => done()).closeAllConnections())
  }
}

const TEXT = /\.(html|js|json)$/
/** What the smaller sites of these tests consist of. */
const FEW =
  /^\/(_astro\/(?!pack-)|icon|app\.webmanifest|(index|404)\.html|offline\/|(zh|en)\/(index\.html|me\/|tools\/index|handbook\/visit\/after\/|modules\/(records|speech)\/))/

/**
 * Another deploy of the built site: its pages carry `version`, and no script has the name it had. Only a few pages are
 * kept, so that a test may make thirty of them.
 */
export async function deployOf(version: string): Promise<string> {
  // Each worker has its own, or one would take away what another serves.
  const site = join(root, 'test-results', 'offline', `${version}.${process.env.TEST_WORKER_INDEX ?? 0}`)
  rmSync(site, { recursive: true, force: true })
  mkdirSync(site, { recursive: true })
  for (const file of filesOf(folder)) if (FEW.test(file)) cpSync(join(folder, file), join(site, file))
  const scripts = readdirSync(join(site, '_astro')).filter(name => name.endsWith('.js'))
  const renamed = scripts.map(name => [name, name.replace(/\.js$/, `.${version}.js`)] as const)
  for (const [before, after] of renamed) renameSync(join(site, '_astro', before), join(site, '_astro', after))
  for (const file of filesOf(site).filter(name => TEXT.test(name))) {
    const text = renamed.reduce((all, [before, after]) => all.replaceAll(before, after), readFileSync(join(site, file), 'utf8'))
    writeFileSync(
      join(site, file),
      text.replace('<head>', `<head><meta name="version" content="${version}">`).replaceAll('"situation":"', `"situation":"${version} `)
    )
  }
  await packSite(site)
  return site
}
