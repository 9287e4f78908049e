import { widthOf } from './svg.ts'

/** The little that placing needs to know of a block, whether its cells are worded already or not. */
interface Placed {
  readonly kind: string
}
type TableOf<B> = Extract<B, { readonly kind: 'table' }> & { readonly goesOn?: boolean | undefined }
type FigureOf<B> = Extract<B, { readonly kind: 'figure' }> & { readonly svg: string }

type Joined<B> =
  | { readonly kind: 'tables'; readonly tables: readonly TableOf<B>[] }
  | { readonly kind: 'figures'; readonly figures: readonly FigureOf<B>[] }
/** What is printed in one piece: tables under one head, small pictures two in a row, or a block by itself. */
export type Laid<B> = Joined<B> | Exclude<B, { readonly kind: 'table' | 'figure' }>

/** The widest picture of which two stand beside each other, px. */
const HALF = 360
/** In a row. */
const BESIDE = 2

/** Blocks as every form of a report but the spreadsheet places them. */
export function layOutBlocks<B extends Placed>(blocks: readonly B[]): Laid<B>[] {
  const laid: Laid<B>[] = []
  for (const block of blocks) {
    const last = laid.at(-1) as Joined<B> | undefined
    if (isTable(block))
      if (block.goesOn && last?.kind === 'tables')
        laid[laid.length - 1] = { ...last, tables: [...last.tables, block] }
      else laid.push({ kind: 'tables', tables: [block] })
    else if (!isFigure(block)) laid.push(block as Laid<B>)
    else if (
      last?.kind === 'figures' &&
      last.figures.length < BESIDE &&
      [...last.figures, block].every(isSmall)
    )
      laid[laid.length - 1] = { ...last, figures: [...last.figures, block] }
    else laid.push({ kind: 'figures', figures: [block] })
  }
  return laid
}

function isTable<B extends Placed>(block: B): block is TableOf<B> {
  return block.kind === 'table'
}

function isFigure<B extends Placed>(block: B): block is FigureOf<B> {
  return block.kind === 'figure'
}

/** Whether it leaves room for another beside it. */
export function isSmall({ svg }: { readonly svg: string }): boolean {
  return widthOf(svg) <= HALF
}
