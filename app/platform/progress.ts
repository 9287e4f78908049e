/** Receives the progress of a long piece of work: what is being done, and how much of it. */
export interface Progress {
  /** `stage` is a message id; done ≤ total; total is null while unknown. */
  report(stage: string, detail: string, done: number, total: number | null): void
  /** Ends the line of progress, so that other output can follow. */
  finish(): void
}

export const silentProgress: Progress = { report() {}, finish() {} }
