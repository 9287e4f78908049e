import { readFile, writeFile } from 'node:fs/promises'
import { workerData } from 'node:worker_threads'
import { escapeText } from '../../../documents/html/html.ts'
import { rewriteZip } from '../../../documents/zip/index.ts'
import type { ReplyQuestion } from './lay-replies.ts'
import { fillSlots } from './reply-slots.ts'

const { from, to, kind, day, replies, nobody }: ReplyQuestion = workerData

const wordsOf = (key: string | null) => (key === null ? day : (replies.get(key) ?? nobody))

const kept = await readFile(from)
await writeFile(to, filled())

function filled(): Uint8Array {
  switch (kind) {
    case 'html':
      return fillSlots(kept, key => escapeText(wordsOf(key)))
    case 'json':
      return fillSlots(kept, key => JSON.stringify(wordsOf(key)).slice(1, -1))
    case 'xlsx':
      return rewriteZip(kept, (name, content) =>
        name.startsWith('xl/worksheets/') ? fillSlots(content, key => escapeText(wordsOf(key))) : null,
      )
  }
}
