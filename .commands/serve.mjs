/**
 * Serves the built site the way a good static host does: compressed, cached rightly, with the headers of `_headers`.
 * Plain Node. For reading and testing on this machine: it listens on the loopback addresses only.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { dirname, extname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { headersFor, parseHeaders } from './headers.mjs'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.wasm': 'application/wasm'
}
const typeOf = file =>
  file.endsWith(`${sep}feed.xml`) ? TYPES['.atom'] : (TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream')

/** Small files, which is every page, at the quality of a host that compresses once; large ones quickly. */
const quality = bytes => ({ params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length <= 65_536 ? 11 : 5 } })
const pack = {
  br: bytes => promisify(brotliCompress)(bytes, quality(bytes)),
  gzip: bytes => promisify(gzip)(bytes, { level: 9 })
}

/** `folder` is mounted at `base`; port 0 takes a free one. `close()` ends open connections too. */
export async function serve({ folder, base = '/', port = 0, host = 'localhost' }) {
  const inside = realpathSync(folder)
  const rules = existsSync(join(inside, '_headers')) ? parseHeaders(readFileSync(join(inside, '_headers'), 'utf8')) : []
  const site = { inside, rules, base: `/${base}/`.replace(/\/+/g, '/'), bodies: new Map() }
  const listener = (request, response) => {
    answer(site, request)
      .catch(error => plain(500, `The server failed: ${error.message}`))
      .then(({ status, headers, body }) => {
        response.writeHead(status, { ...headers, 'content-length': body.length })
        response.end(request.method === 'HEAD' || status === 304 ? undefined : body)
      })
      .catch(() => response.destroy())
  }
  const servers = await listen(listener, host, port)
  return {
    url: `http://${host}:${servers[0].address().port}${site.base}`,
    close: async () => {
      await Promise.all(servers.map(server => new Promise(done => server.close(done).closeAllConnections())))
    }
  }
}

/** A browser may take either address for "localhost": both are ours, or another program would answer at one of them. */
async function listen(listener, host, port) {
  const first = await listenAt(listener, host === 'localhost' ? '127.0.0.1' : host, port)
  if (host !== 'localhost') return [first]
  try {
    return [first, await listenAt(listener, '::1', first.address().port)]
  } catch (error) {
    if (error.code !== 'EADDRINUSE') return [first] // this machine has no IPv6
    await new Promise(done => first.close(done))
    if (port !== 0) throw error
    return listen(listener, host, port)
  }
}

function listenAt(listener, host, port) {
  return new Promise((done, fail) => {
    const server = createServer(listener)
    server.once('error', fail)
    server.listen({ host, port, ipv6Only: true }, () => done(server))
  })
}

async function answer(site, { method, url, headers: asked }) {
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET and HEAD.', { allow: 'GET, HEAD' })
  const [raw, query] = splitOnce(url, '?')
  const path = readPath(raw)
  if (path === undefined) return plain(400, 'This is not an address.')
  if (`${path}/` === site.base) return plain(301, '', { location: site.base + query })
  if (!path.startsWith(site.base)) return plain(404, `The site is at ${site.base}`)

  const below = path.slice(site.base.length - 1)
  const common = Object.fromEntries(headersFor(site.rules, path))
  const file = await find(site.inside, below)
  if (file === 'directory') return plain(301, '', { ...common, location: `${raw}/${query}` })
  if (file === undefined) return missing(site, below, common, asked)

  const { body, etag, ...sent } = await represent(site.bodies, file, asked['accept-encoding'])
  const lasting = below.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  const headers = { 'cache-control': lasting, ...common, ...sent, etag }
  if (knows(asked['if-none-match'], etag)) return { status: 304, headers, body }
  return { status: 200, headers, body }
}

function splitOnce(text, mark) {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
}

/** The decoded path, or undefined for one that could lead anywhere else than down, or to another host. */
export function readPath(raw) {
  try {
    const path = decodeURIComponent(raw)
    return /^\/(?!\/)/.test(path) && !/[\\\0]|\/\/|\/\.{1,2}(\/|$)/.test(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** The file for a path, 'directory' where only the final slash is missing, or undefined. */
async function find(inside, path) {
  if (path === '/_headers') return undefined
  try {
    const wanted = path.endsWith('/') ? `${path}index.html` : path
    const file = await realpath(join(inside, wanted))
    if (!file.startsWith(inside + sep)) return undefined
    if ((await stat(file)).isFile()) return file
    return (await stat(join(file, 'index.html'))).isFile() ? 'directory' : undefined
  } catch {
    return undefined
  }
}

/** A missing script or style must not be answered by a page: a browser, or a cache, would take it for the file. */
async function missing(site, path, common, asked) {
  const page = path.startsWith('/_astro/') ? undefined : await find(site.inside, '/404.html')
  if (!page) return plain(404, 'There is no such file.', common)
  const { body, etag, ...sent } = await represent(site.bodies, page, asked['accept-encoding'])
  return { status: 404, headers: { ...common, ...sent, 'cache-control': 'no-cache' }, body }
}

function plain(status, text, headers = {}) {
  const body = Buffer.from(text && `${text}\n`)
  return { status, headers: { ...headers, 'content-type': TYPES['.txt'], 'cache-control': 'no-cache' }, body }
}

/** A file's bytes in the best encoding the browser takes, made once for each state of the file. */
async function represent(bodies, file, accepted) {
  const type = typeOf(file)
  const packable = type.includes('charset')
  const encoding = packable ? chooseEncoding(accepted) : undefined
  const { mtimeMs, size } = await stat(file)
  const state = `${mtimeMs} ${size}`
  const key = `${encoding} ${file}`
  let made = bodies.get(key)
  if (made?.state !== state) {
    made = { state, body: make(file, encoding) }
    made.body.catch(() => bodies.delete(key))
    bodies.set(key, made)
  }
  return {
    ...(await made.body),
    'content-type': type,
    ...(packable && { vary: 'Accept-Encoding' }),
    ...(encoding && { 'content-encoding': encoding })
  }
}

/** An ETag names the bytes as sent: each encoding has its own. */
async function make(file, encoding) {
  const bytes = await readFile(file)
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  return encoding ? { body: await pack[encoding](bytes), etag: `"${hash}-${encoding}"` } : { body: bytes, etag: `"${hash}"` }
}

/** Brotli, gzip or neither (undefined), by an Accept-Encoding header. */
export function chooseEncoding(accepted = '') {
  const weights = new Map()
  for (const part of accepted.toLowerCase().split(',')) {
    const [name, ...parameters] = part.split(';').map(piece => piece.trim())
    const weight = parameters.find(parameter => parameter.startsWith('q='))
    weights.set(name, weight ? Number(weight.slice(2)) || 0 : 1)
  }
  const weigh = name => weights.get(name) ?? weights.get('*') ?? 0
  if (weigh('br') > 0 && weigh('br') >= weigh('gzip')) return 'br'
  return weigh('gzip') > 0 ? 'gzip' : undefined
}

function knows(known, etag) {
  return known !== undefined && (known.trim() === '*' || known.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag))
}

/** The command: serves the built site until it is interrupted. */
async function main() {
  const folder = resolve(dirname(dirname(fileURLToPath(import.meta.url))), process.env.DIST || 'dist')
  const port = Number(process.env.PORT || 4321)
  if (!existsSync(join(folder, 'index.html'))) return `There is no built site in ${folder}. Build it first: npm run build`
  if (!Number.isInteger(port) || port < 0 || port > 65535) return `PORT is "${process.env.PORT}". It must be a number from 0 to 65535.`
  try {
    const { url } = await serve({ folder, base: process.env.BASE_PATH || '/', port })
    process.stdout.write(`The handbook is at ${url} (Ctrl-C stops it)\n`)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(0))
  } catch (error) {
    if (error.code === 'EADDRINUSE')
      return `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`
    if (error.code === 'EACCES') return `This user may not open port ${port}. Choose one above 1023: PORT=4321 npm start`
    return error.message
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const problem = await main()
  if (problem) {
    process.stderr.write(`${problem}\n`)
    process.exitCode = 1
  }
}
