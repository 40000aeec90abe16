/**
 * Checks a ledger that was saved from the trainer's console: npm run -s verify FILE [HASH]
 * Prints what it holds, or the first place where the chain is broken; exit code 0 or 1. HASH is a last hash, or its
 * beginning (at least 16 digits), that somebody noted earlier: it must be in the ledger, and what follows it is counted.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkLedger, verdictOnFile } from '../src/trainer/ledgerFile.ts'

const [file, noted] = process.argv.slice(2)

async function main() {
  if (file === undefined || (noted !== undefined && !/^[0-9a-f]{16,64}$/i.test(noted)))
    return { good: false, lines: ['Usage: npm run -s verify FILE [HASH]   (HASH: 16 to 64 hex digits)'] }
  // npm runs a command in the project's folder; a path is meant from where it was typed.
  const text = readFileSync(resolve(process.env.INIT_CWD ?? '.', file), 'utf8')
  const digest = async text => createHash('sha256').update(text).digest('hex')
  return verdictOnFile(await checkLedger(text, digest), text, noted)
}

try {
  const { good, lines } = await main()
  const out = good ? process.stdout : process.stderr
  out.write(`${lines.join('\n')}\n`)
  process.exitCode = good ? 0 : 1
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
