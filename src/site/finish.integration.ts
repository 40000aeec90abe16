/**
 * The last work on each built page: only the styles it uses, a security policy for just what stands
 * in it, and the address of the search box.
 * Must run before anything that takes a page's hash or size.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { withEmitted } from './emitted.ts'
import { tighten } from './policy.ts'
import { prune, wordsOfScript } from './prune.ts'

/** A script that does nothing but load another one, by the name of that one. */
function facadesIn(root: string): ReadonlyMap<string, string> {
  return new Map(
    filesIn(root, '.js').flatMap(file => {
      const [, target] = /^import\s*["']\.\/([^"']+)["'];?\s*$/.exec(readFileSync(file, 'utf8')) ?? []
      return target === undefined ? [] : [[basename(file), target] as const]
    })
  )
}

const NONE: ReadonlySet<string> = new Set()

function filesIn(root: string, ending: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => join(root, name))
}

/** `base` is where the site is mounted, with a slash on either side. */
export function finishPages(base: string): AstroIntegration {
  return {
    name: 'finish-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir)
        const facades = facadesIn(root)
        const files = filesIn(root, '.js')
        const scripts = new Set(files.flatMap(file => [...wordsOfScript(readFileSync(file, 'utf8'))]))
        const paths = files.map(file => file.slice(root.length).split(sep).join('/'))
        for (const file of filesIn(root, '.html')) {
          // One request instead of two.
          const html = readFileSync(file, 'utf8').replace(/(<script[^>]*\ssrc="[^"]*\/)([^"/]+\.js)"/g, (whole, before, name) =>
            facades.has(name) ? `${before}${facades.get(name)}"` : whole
          )
          const loads = /<astro-island|<script[^>]*\ssrc=/.test(html)
          writeFileSync(file, withEmitted(tighten(prune(html, loads ? scripts : NONE)), paths, base))
        }
        for (const file of filesIn(root, '.js')) if (facades.has(basename(file))) rmSync(file)
      }
    }
  }
}
