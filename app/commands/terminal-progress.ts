import { type Locale, say } from '../messages/format.ts'
import type { Progress } from '../platform/progress.ts'

/** At most this often is a line redrawn, ms. */
const INTERVAL = 100

/**
 * Progress on a terminal: one line that redraws itself. Where the stream is not a terminal (a log, a pipe) each
 * stage is one line, so that the log stays readable.
 */
export function terminalProgress(locale: Locale, stream: NodeJS.WriteStream = process.stderr): Progress {
  let lastDrawn = 0
  let lastLine = ''
  let open = false

  function report(stage: string, detail: string, done: number, total: number | null): void {
    const line = say(locale, stage, { detail })
    if (!stream.isTTY) {
      if (line !== lastLine) stream.write(`${line}\n`)
      lastLine = line
      return
    }
    const now = performance.now()
    const complete = total !== null && done >= total
    if (now - lastDrawn < INTERVAL && !complete && line === lastLine) return
    lastDrawn = now
    lastLine = line
    const count =
      total === null ? done.toLocaleString(locale) : `${Math.floor((100 * done) / Math.max(total, 1))} %`
    stream.write(`\r\u001b[2K${line} · ${count}`)
    open = true
  }

  function finish(): void {
    if (open) stream.write('\n')
    open = false
  }

  return { report, finish }
}
