import { spawnSync } from 'node:child_process'

/** What one run of a measured piece cost. */
interface Measured {
  readonly seconds: number
  readonly peakMb: number
  readonly result: unknown
}

/**
 * Runs `step` of the script in a process of its own, several times, and prints the median with the extremes. The
 * step's process reports through `reportStep`.
 */
export function measureStep(script: string, step: string, args: readonly string[], runs = 3): Measured {
  const all: Measured[] = []
  for (let run = 0; run < runs; run++) {
    const child = spawnSync(process.execPath, ['--expose-gc', script, `--step=${step}`, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
    if (child.status !== 0) throw new Error(`${step} failed:\n${child.stderr}`)
    all.push(JSON.parse(child.stdout.trim().split('\n').at(-1)!))
  }
  all.sort((a, b) => a.seconds - b.seconds)
  const median = all[Math.floor(all.length / 2)]
  const seconds = all.map(run => run.seconds.toFixed(2))
  const peak = Math.max(...all.map(run => run.peakMb))
  console.log(
    `${step.padEnd(28)} ${median.seconds.toFixed(2)} s (${seconds.at(0)}–${seconds.at(-1)}, ${runs} runs), peak ${peak.toFixed(0)} MB`,
  )
  return { ...median, peakMb: peak }
}

/** Times the work and prints what `measureStep` reads. Peak memory is that of the whole process, natives included. */
export async function reportStep(work: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  const result = await work()
  const seconds = (performance.now() - start) / 1000
  const peakMb = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ seconds, peakMb, result }))
}
