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

const step = {
  opened: 'найден признак',
  asked: 'запрошено пояснение',
  reminded: 'напоминание о сроке',
  forwarded: 'запрос передан школе',
  commented: 'мнение',
  replied: 'ответ школы',
  returned: 'ответ возвращён',
  extended: 'срок продлён',
  closed: 'подведён итог',
  reopened: 'рассмотрение возобновлено',
  escalated: 'срок прошёл, сообщено выше',
  'data-undone': 'отменены данные, по которым найден признак',
  withdrawn: 'признак отозван',
  superseded: 'признак заменён новым анализом',
}

const file = {
  protocol: 'протокол',
  journal: 'отметки из журнала',
}

const format = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  csv: 'CSV',
  json: 'JSON',
  html: 'веб-страница',
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
  'audit.folded-here':
    '{unit}: {lines, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
  'audit.folded':
    '{lines, plural, =0 {} one {# строка, } few {# строки, } many {# строк, } other {# строки, }}{kind, select, school {{units, plural, one {# школа} few {# школы} many {# школ} other {# школы}}} municipality {{units, plural, one {# муниципалитет} few {# муниципалитета} many {# муниципалитетов} other {# муниципалитета}}} class {{units, plural, one {# класс} few {# класса} many {# классов} other {# класса}}} other {{units, plural, one {# территория} few {# территории} many {# территорий} other {# территории}}}}',
  'audit.field.setting.value': 'значение',
  ...Object.fromEntries(
    Object.entries(byColumn).flatMap(([column, values]) =>
      Object.entries(values).map(([value, words]) => [`audit.value.${column}.${value}`, words]),
    ),
  ),
}
