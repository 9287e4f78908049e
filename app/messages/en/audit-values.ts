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

const step = {
  opened: 'a sign was found',
  asked: 'an explanation was asked for',
  reminded: 'reminder of the term',
  forwarded: 'the request was passed to the school',
  commented: 'opinion',
  replied: 'the school replied',
  returned: 'the reply was returned',
  extended: 'the term was extended',
  closed: 'the sign was closed',
  reopened: 'taken up again',
  escalated: 'the term has passed, those above were told',
  'data-undone': 'the data behind the sign were undone',
  withdrawn: 'the sign was withdrawn',
  superseded: 'replaced by a new analysis',
}

const file = {
  protocol: 'protocol',
  journal: 'marks of the journal',
}

const format = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  csv: 'CSV',
  json: 'JSON',
  html: 'web page',
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
  'signal_step.kind': step,
  'import_batch.kind': file,
  'any.format': format,
}

export default {
  'audit.folded-here': '{unit}: {lines, plural, one {# line} other {# lines}}',
  'audit.folded':
    '{lines, plural, =0 {} one {# line, } other {# lines, }}{kind, select, school {{units, plural, one {# school} other {# schools}}} municipality {{units, plural, one {# municipality} other {# municipalities}}} class {{units, plural, one {# class} other {# classes}}} other {{units, plural, one {# place} other {# places}}}}',
  'audit.field.setting.value': 'value',
  ...Object.fromEntries(
    Object.entries(byColumn).flatMap(([column, values]) =>
      Object.entries(values).map(([value, words]) => [`audit.value.${column}.${value}`, words]),
    ),
  ),
}
