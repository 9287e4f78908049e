import { readdirSync, readFileSync } from 'node:fs'

/** Of /proc/PID/stat in a second, on every Linux of today. */
const TICKS = 100

/**
 * Seconds of processors that a browser's living processes have used so far. It shares the cores with the service, so a
 * figure of waiting is read beside it.
 *
 * @param parent process that started the browser
 */
export function browserCost(parent = process.pid): number {
  const all = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(readStat)
  const children = Map.groupBy(all, one => one.parent)
  const below = (pid: number): Stat[] =>
    (children.get(pid) ?? []).flatMap(child => [child, ...below(child.pid)])
  const roots = (children.get(parent) ?? []).filter(({ name }) => /chrom/.test(name))
  return roots.flatMap(root => [root, ...below(root.pid)]).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS
}

interface Stat {
  readonly pid: number
  readonly parent: number
  readonly name: string
  readonly ticks: number
}

/** Nothing of a process that has ended meanwhile. */
function readStat(pid: string): Stat[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    return [{ pid: Number(pid), parent: Number(rest[1]), name, ticks: Number(rest[11]) + Number(rest[12]) }]
  } catch {
    return []
  }
}
