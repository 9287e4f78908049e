/** A sign of a page where it stands: points from the left and upper edge, as a reader holds the page. */
export interface Sign {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Of the baseline. */
  readonly y: number
  readonly size: number
  readonly font: string
  /** Which way the line goes; the page is turned so that most of it goes to the right. */
  readonly way: Way
}

export type Way = 'right' | 'down' | 'left' | 'up'

/** A drawn line, across the page at its height, or down the page at its distance from the left. */
export interface Rule {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** What a page holds that a plan may be read from. */
export interface PageMarks {
  readonly width: number
  readonly height: number
  readonly signs: readonly Sign[]
  readonly across: readonly Rule[]
  readonly down: readonly Rule[]
}

/** Signs without a space between them. */
export interface Word {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly way: Way
  /** A space was written before it. */
  readonly spaced: boolean
  readonly font: string
  /** How wide its first sign is. */
  readonly lead: number
}

/** Words on one baseline, from left to right. */
export interface Line {
  readonly words: readonly Word[]
  /** Counted from nought. */
  readonly page: number
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** The place that lines may fill. */
export interface Area {
  readonly left: number
  readonly right: number
}

export interface PdfCell {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
  /** Words lie over its border, or it was put together over the border of a page. */
  readonly unsure?: 'torn' | 'joined'
}

export type PdfBlock =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'table'; readonly rows: readonly (readonly PdfCell[])[] }
