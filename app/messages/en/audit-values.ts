/** Words of the log for values that the tables keep as codes. */
const run = {
  queued: 'waiting',
  running: 'going on',
  done: 'done',
  failed: 'failed',
  cancelled: 'stopped',
}

const batch = {
  waiting: 'waiting',
  reading: 'being read',
  checked: 'read, awaits a decision',
  refused: 'unreadable',
  accepted: 'accepted',
  rejected: 'rejected',
  undone: 'undone',
  duplicate: 'a repetition',
  failed: 'a failure',
}

const signal = {
  open: 'nothing asked',
  asked: 'awaiting the reply',
  replied: 'replied',
  closed: 'concluded',
  withdrawn: 'withdrawn',
  superseded: 'replaced by a newer analysis',
}

const outcome = {
  cleared: 'cleared',
  confirmed: 'confirmed',
  insufficient: 'insufficient data',
}

const source = {
  official: 'the method of 2019',
  own: 'our own signs',
}

const byColumn = {
  'screening_run.state': run,
  'import_batch.state': batch,
  'federal_list.state': batch,
  'signal.state': signal,
  'signal.outcome': outcome,
  'signal.source': source,
  'signal_step.state_before': signal,
  'signal_step.state_after': signal,
  'signal_step.outcome': outcome,
}

export default Object.fromEntries(
  Object.entries(byColumn).flatMap(([column, values]) =>
    Object.entries(values).map(([value, words]) => [`audit.value.${column}.${value}`, words]),
  ),
)
