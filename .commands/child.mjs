/**
 * Runs other programs, one at a time. What interrupts this command interrupts the program it is running:
 * nothing stays behind.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

let current
let interrupted

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)

// npm starts this command through a shell and, asked to stop, stops the shell only: then nobody is left to wait for us.
const parent = process.ppid
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && !interrupted && stop('SIGTERM'), 500).unref()

function stop(signal) {
  interrupted ??= signal
  if (!current) process.exit(interruption())
  // A terminal has sent Ctrl-C to the program as well; a second one would cut its tidying short.
  if (signal === 'SIGINT' && process.stdin.isTTY) setTimeout(() => current?.kill(signal), 5000).unref()
  else current.kill(signal)
}

/** The exit code of a command that a signal has ended; undefined when none came. */
export function interruption() {
  return interrupted && 128 + constants.signals[interrupted]
}

/** The exit code of the program: 127 when it is not there, 128 and more when a signal ended it. */
export function run(file, args, options = {}) {
  return new Promise(resolve => {
    current = spawn(file, args, { stdio: 'inherit', ...options })
    const done = code => {
      current = undefined
      resolve(code)
    }
    current.on('error', () => done(127))
    current.on('exit', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/** Like `run`, but all that the program prints goes to standard error: standard output belongs to the command. */
export function runAside(file, args, options = {}) {
  return run(file, args, { ...options, stdio: ['ignore', 2, 2] })
}
