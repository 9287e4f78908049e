import { Writable } from 'node:stream'

type Line = Record<string, unknown>

/**
 * Where the service writes its log: JSON lines for a collector, plain words where a person sits before the terminal.
 * Errors of the database are stripped of what they quote: it is somebody's data.
 */
export function openLog(target: NodeJS.WriteStream = process.stdout): Writable {
  const word = target.isTTY ? inWords : (line: Line) => JSON.stringify(line)
  return new Writable({
    decodeStrings: false,
    write(chunk, _, done) {
      for (const text of String(chunk).split('\n'))
        if (text !== '') target.write(`${word(withoutData(text))}\n`)
      done()
    },
  })
}

/** Fields of PostgreSQL's errors that quote rows and parameters. */
const QUOTING = [
  'detail',
  'where',
  'hint',
  'internalQuery',
  'parameters',
  'query',
  'dataType',
  'file',
  'line',
  'routine',
]

/** A line of the log with errors of the database reduced to their code, kind and place in the program. */
export function withoutData(text: string): Line {
  let line: Line
  try {
    line = JSON.parse(text)
  } catch {
    return { level: 30, msg: text }
  }
  const { err } = line as { err?: Line }
  if (err && typeof err === 'object' && 'severity' in err) {
    for (const field of QUOTING) delete err[field]
    // «invalid input syntax for type integer: "…"»: the words between quotes came from somebody.
    const hide = (words: unknown) => String(words ?? '').replace(/"[^"]*"|'[^']*'/g, '"•"')
    err.message = hide(err.message)
    err.stack = hide(String(err.stack ?? '').split('\n    at ')[0]) + stackOnly(err.stack)
  }
  return line
}

function stackOnly(stack: unknown): string {
  const places = String(stack ?? '')
    .split('\n    at ')
    .slice(1)
  return places.map(place => `\n    at ${place}`).join('')
}

function inWords(line: Line): string {
  const { time, level, msg, route, status, ms, reqId, err } = line
  const clock = new Date(Number(time ?? Date.now())).toISOString().slice(11, 19)
  const what = route ? `${route} ${status} ${ms} ms` : String(msg ?? '')
  const stack = err && typeof err === 'object' ? `\n${(err as Line).stack}` : ''
  return `${clock} ${Number(level) >= 40 ? '✖ ' : ''}${what}${reqId ? ` ${reqId}` : ''}${stack}`
}
