import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateRegion, writeExams, writeRegion } from '../features/demo/index.ts'
import { say } from '../messages/format.ts'
import type { Command } from './parse-options.ts'
import { screenFiles } from './screen.ts'
import { terminalProgress } from './terminal-progress.ts'

/** Where the demo region goes when nothing is said. */
const DEFAULT_OUT = 'demo-region'

/** `objektiv demo`: a fictional region with known manipulations, written as real files, screened and shown. */
export const demo: Command = {
  options: { out: 'text', seed: 'number' },
  async run({ values, locale }) {
    const out = resolve(values.out ?? DEFAULT_OUT)
    const progress = terminalProgress(locale)
    progress.report('progress.generating', '', 0, null)
    const region = generateRegion(values.seed === undefined ? {} : { seed: Number(values.seed) })
    const files = await writeRegion(region, join(out, 'protocols'))
    const exams = await writeExams(region, join(out, 'protocols'))
    progress.finish()
    const report = join(out, 'report')
    const { registry, specifications } = files
    await screenFiles({
      files: [...files.protocols, ...exams],
      values: { registry, specifications, out: report },
      locale,
    })
    console.log(say(locale, 'command.demo-intro', { truth: files.truth }))
    const page = pathToFileURL(join(report, 'report.html')).href
    console.log(say(locale, 'command.open-report', { path: page }))
    if (isOnDesktop()) openInBrowser(page)
  },
}

/** Whether a person sits in front of a screen here, rather than a log or a remote shell. */
function isOnDesktop(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY, CI, SSH_CONNECTION } = process.env
  if (!process.stdout.isTTY || CI || SSH_CONNECTION) return false
  return process.platform === 'darwin' || process.platform === 'win32' || Boolean(DISPLAY || WAYLAND_DISPLAY)
}

/** Best effort: the address is already printed, so a missing browser is no error. */
function openInBrowser(url: string): void {
  const [command, args] =
    process.platform === 'win32'
      ? ['explorer.exe', [url]]
      : process.platform === 'darwin'
        ? ['open', [url]]
        : ['xdg-open', [url]]
  spawn(command as string, args as string[], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
