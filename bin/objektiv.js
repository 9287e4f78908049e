#!/usr/bin/env node
// Starts the TypeScript of app/cli.ts under the Node that npm installed with this project, whatever Node the
// machine has: the machine's own may be too old to run TypeScript. Plain JS, so that any Node can run it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const packaged = ['node_modules/node/bin/node', 'node_modules/node/bin/node.exe']
  .map(path => join(root, path))
  .find(existsSync)
const ownIsNewEnough = Number(process.versions.node.split('.')[0]) >= 24
const runtime = packaged ?? (ownIsNewEnough ? process.execPath : undefined)

if (runtime === undefined) {
  console.error(
    `Не найдена среда выполнения Node 24 (есть ${process.version}). Выполните «npm ci» в папке ${root} без ключа --ignore-scripts.`,
  )
  process.exit(1)
}

// The C library keeps what a thread gave back for that thread alone: reading files and analysing them, one after another
// in many threads, came to hold half a gigabyte that nobody used. Two such shelves are enough.
// What V8 made of the program is kept beside the program, where nobody writes who could not change the program itself:
// every thread of an analysis would otherwise read and compile anew what it runs. Where it cannot be kept, nothing is lost.
const env = {
  MALLOC_ARENA_MAX: '2',
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/objektiv'),
  ...process.env,
}
// Room for young objects, MB: with the 16 that V8 takes by itself the service holds a hundred megabytes more, and is no
// quicker (bench/RESULTS.md, browser-import).
const young = '--max-semi-space-size=8'
// While files are read or works screened every processor is at work already: V8's helpers for young objects, in every
// thread, wait for one another, a tenth of all that a screening costs. Only the Node of ours is known to have the flag.
const flags = packaged ? [young, '--no-parallel-scavenge'] : [young]
const words = [...flags, join(root, 'app/cli.ts'), ...process.argv.slice(2)]
const child = spawn(runtime, words, { stdio: 'inherit', env })
// A signal is passed on to the child, which cleans up and ends; this process then ends with the same number as a shell
// would give (128 + signal), never with 0: an interrupted run has written no report.
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }
for (const signal of Object.keys(signals)) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 128 + (signals[signal] ?? 0) : (code ?? 1)))
