import { parentPort, workerData } from 'node:worker_threads'
import { preparePortraits } from '../context.ts'
import { layOverContext } from '../lay-replies.ts'
import { makePortrait } from '../make-portrait.ts'
import type { Audience } from '../types.ts'
import { rowsOf, writePortrait } from '../write-portrait.ts'
import { keepUnderHash } from './keep-under-hash.ts'
import type { MadePortrait, RenderAnswer, RenderTask, RenderWork } from './render-threads.ts'

const { run, replies, locale, folder }: RenderWork = workerData
const prepared = preparePortraits(run)
const contexts = {
  school: layOverContext(prepared, replies.school),
  territory: layOverContext(prepared, replies.territory),
}

parentPort?.on('message', async (task: RenderTask | null) => {
  if (task === null) return parentPort?.close()
  parentPort?.postMessage(await render(task))
})

async function render({ unit, request, formats }: RenderTask): Promise<RenderAnswer> {
  const report = makePortrait(contexts[eyesOf(request.audience)], request, locale)
  if (report === null) throw new Error(`the run does not know «${request.unit}»`)
  const rows = rowsOf(report)
  const made: MadePortrait[] = []
  for (const format of formats) {
    const kept = await keepUnderHash(folder, path => writePortrait(path, report, format))
    made.push({ format, rows, ...kept })
  }
  return { unit, made }
}

function eyesOf(audience: Audience): 'school' | 'territory' {
  return audience === 'school' ? 'school' : 'territory'
}
