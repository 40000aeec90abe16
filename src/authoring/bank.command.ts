/**
 * `npm run bank` prints all content with its keys as one JSON document, for tools and for other systems.
 * Nothing but that document goes to stdout; mistakes in the content go to stderr, and then there is no document.
 */
import { bank } from './bank.ts'
import { loadLibrary } from './library.ts'

try {
  process.stdout.write(`${JSON.stringify(bank(loadLibrary()), null, 2)}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
