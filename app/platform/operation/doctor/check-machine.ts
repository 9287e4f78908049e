import { statfsSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { type Finding, fine, trouble, warning } from './finding.ts'

const MEGABYTE = 1024 * 1024
const NODE = 24
/** The embedded database alone takes 400 MB, at its first start 1 GB. */
const MEMORY = 2000
const SPACE_LITTLE = 5000
const SPACE_GONE = 500

/** The machine: runtime, memory, room on the disk of the data folder. */
export function checkMachine(root: string): Finding[] {
  const major = Number(process.versions.node.split('.')[0])
  const runtime = { version: process.versions.node, needed: NODE, cores: availableParallelism() }
  const memory = Math.round(totalmem() / MEGABYTE)
  return [
    major >= NODE ? fine('runtime', runtime) : trouble('runtime-old', runtime),
    memory >= MEMORY ? fine('memory', { memory }) : warning('memory-little', { memory, needed: MEMORY }),
    checkSpace(root),
  ]
}

function checkSpace(root: string): Finding {
  const { bavail, bsize } = statfsSync(root)
  const params = { free: Math.round((bavail * bsize) / MEGABYTE) }
  if (params.free < SPACE_GONE) return trouble('space-gone', params)
  return params.free < SPACE_LITTLE ? warning('space-little', params) : fine('space', params)
}
