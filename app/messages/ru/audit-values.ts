/** Words of the log for values that the tables keep as codes. */
const run = {
  queued: 'ждёт очереди',
  running: 'идёт',
  done: 'готов',
  failed: 'не удался',
  cancelled: 'остановлен',
}

const batch = {
  waiting: 'ждёт очереди',
  reading: 'читается',
  checked: 'прочитан, ждёт решения',
  refused: 'не читается',
  accepted: 'принят',
  rejected: 'отклонён',
  undone: 'отменён',
  duplicate: 'повтор',
  failed: 'сбой',
}

const signal = {
  open: 'пояснение не запрошено',
  asked: 'ждём ответа',
  replied: 'ответ получен',
  closed: 'итог подведён',
  withdrawn: 'отозван',
  superseded: 'заменён новым анализом',
}

const outcome = {
  cleared: 'снято',
  confirmed: 'подтверждено',
  insufficient: 'недостаточно данных',
}

const source = {
  official: 'методика 2019 года',
  own: 'собственные признаки',
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
