/**
 * Makes the offline copy: packs of all the site's files, and the worker that knows them. It must run after the pages are
 * finished, as it takes their bytes.
 *
 * A pack lies among the files that never change (`_astro/`), because its name holds its hash. The worker's version is a
 * hash of everything it keeps and of its own code: two builds of the same site have the same one.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { AstroIntegration } from 'astro'
import { build } from 'esbuild'
import { fold, type Plain } from '../offline/fold.ts'
import { isMore, PARTS, type Pack, type PackFile, type Part } from '../offline/pack.ts'

/** Pictures are loaded when they are looked at; the rest is for other programs and for hosts. */
const LEFT_OUT = /\.(png|jpe?g|webp|avif|ico|txt)$|^(_headers|catalogue\.json|offline\.json|sw\.js)$|^_astro\/pack-/

/** Scripts and styles that pages of the part `more` name, themselves or through others, and no other page does. */
function onlyForMore(files: readonly Plain[]): ReadonlySet<string> {
  const built = files.filter(({ path }) => path.startsWith('_astro/'))
  const decoder = new TextDecoder()
  const namedIn = ({ bytes }: Plain) => {
    const text = decoder.decode(bytes)
    return built.filter(({ path }) => text.includes(basename(path)))
  }
  const reach = (from: readonly Plain[]) => {
    const reached = new Set<Plain>()
    for (const file of from) for (const named of namedIn(file)) reached.add(named)
    for (const file of reached) for (const named of namedIn(file)) reached.add(named)
    return reached
  }
  const pages = files.filter(({ path }) => path.endsWith('.html'))
  const usual = reach(pages.filter(({ path }) => !isMore(path)))
  const more = reach(pages.filter(({ path }) => isMore(path)))
  return new Set([...more].filter(file => !usual.has(file)).map(({ path }) => path))
}

function partOf(path: string, more: ReadonlySet<string>): Part {
  if (isMore(path) || more.has(path)) return 'more'
  return path.startsWith('zh/') ? 'zh' : path.startsWith('en/') ? 'en' : 'shell'
}

/** Files that tell the same stand together: questions first, then the pages and sets that are made from them. */
function rankOf(path: string): number {
  if (/\/modules\/[^/]+\/questions\.json$/.test(path)) return 0
  if (/\/questions\/\d+\//.test(path)) return 1
  return path.endsWith('.json') ? 2 : 3
}

function filesBelow(root: string): Plain[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => ({ path: relative(root, file).split(sep).join('/'), file }))
    .filter(({ path }) => !LEFT_OUT.test(path))
    .sort((a, b) => rankOf(a.path) - rankOf(b.path) || (a.path < b.path ? -1 : 1))
    .map(({ path, file }) => ({ path, bytes: new Uint8Array(readFileSync(file)) }))
}

function packed(root: string, part: Part, files: readonly Plain[]): PackFile {
  const { folded, text } = fold(files)
  const pack: Pack = { ...folded, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text) }
  const body = Buffer.from(JSON.stringify(pack))
  const hash = createHash('sha256').update(body).digest()
  const path = `_astro/pack-${part}.${hash.toString('base64url').slice(0, 8)}.json`
  writeFileSync(join(root, path), body)
  return { path, size: body.length, hash: hash.toString('base64') }
}

/** Bytes that a host sends which compresses while it answers. */
function sentBytes(root: string, { path }: PackFile): number {
  return gzipSync(readFileSync(join(root, path))).length
}

async function workerCode(packs: Readonly<Record<Part, PackFile>>): Promise<string> {
  const bundle = async (version: string) => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('../offline/worker.island.ts', import.meta.url))],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      charset: 'utf8',
      define: { VERSION: JSON.stringify(version), PACKS: JSON.stringify(packs) }
    })
    return outputFiles.map(({ text }) => text).join('')
  }
  const hash = createHash('sha256')
    .update(await bundle(''))
    .digest('base64url')
  return bundle(hash.slice(0, 12))
}

/** Puts packs, worker and `offline.json` (what a part's download takes) into a built site. */
export async function packSite(root: string): Promise<void> {
  const files = filesBelow(root)
  const more = onlyForMore(files)
  const only = (part: Part) => files.filter(({ path }) => partOf(path, more) === part)
  const packs = Object.fromEntries(PARTS.map(part => [part, packed(root, part, only(part))])) as Record<Part, PackFile>
  const sizes = Object.fromEntries(PARTS.map(part => [part, sentBytes(root, packs[part])]))
  writeFileSync(join(root, 'offline.json'), JSON.stringify(sizes))
  writeFileSync(join(root, 'sw.js'), await workerCode(packs))
}

export function packForOffline(): AstroIntegration {
  return { name: 'pack-for-offline', hooks: { 'astro:build:done': ({ dir }) => packSite(fileURLToPath(dir)) } }
}
