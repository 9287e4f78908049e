import { cell, type SourceDocument } from '../reading/document.ts'
import type { WordBlock } from './build-word.ts'

/** What Word makes of the blocks, without the way through a file. */
export function documentOfBlocks(blocks: readonly WordBlock[]): SourceDocument {
  return {
    blocks: blocks.map(block =>
      typeof block === 'string'
        ? { type: 'paragraph', text: block }
        : {
            ...{ type: 'table', merges: true },
            rows: block.map(row =>
              row.map(words =>
                typeof words === 'string'
                  ? cell(words)
                  : cell(words.text ?? '', words.across ?? 1, words.down ?? 1),
              ),
            ),
          },
    ),
  }
}
