/** Words of the federal list. */
export const federalList = {
  'nav.federal-list': 'Федеральный перечень',

  'federal.title': 'Федеральный перечень',
  'federal.meaning':
    'Школы, результаты которых отметил федеральный организатор. Это сведения со стороны, они хранятся отдельно от нашего анализа. Отметка требует анализа, а не выводов о школе.',
  'federal.year': 'Год',
  'federal.running': 'Лет подряд',
  'federal.any-running': 'Сколько угодно',
  'federal.running-from':
    '{years, plural, one {# год и больше} few {# года и больше} other {# лет и больше}}',
  'federal.years': '{years, plural, one {# год} few {# года} many {# лет} other {# года}}',
  'federal.school': 'Школа',
  'federal.markers': 'Маркеры',
  'federal.all-years': 'Все годы в перечне',
  'federal.nobody': 'В перечне {year} года никого нет',
  'federal.nobody-meaning': 'Ни одна школа вашей территории за этот год в перечень не вошла.',
  'federal.none': 'Перечни ещё не загружены',
  'federal.none-meaning':
    'Здесь появятся школы из перечня, который присылает федеральный организатор. Загружает его аналитик региона.',
  'federal.load': 'Загрузить перечень',
  'federal.how-counted':
    'Маркер «4 РУ» — русский язык, 4 класс; «5 МА» — математика, 5 класс. Годы подряд считаются назад от выбранного; год без загруженного перечня прерывает счёт.',

  'federal.imports': 'Загрузки перечня',
  'federal.imports-title': 'Загрузка перечня',
  'federal.imports-meaning':
    'Файл сначала проверяется и ни на что не влияет. Вы увидите все замечания и тогда решите.',
  'federal.year-of-list': 'За какой год перечень',
  'federal.year-hint':
    'Если указать, строки других лет станут замечаниями. Иначе год берётся из столбца «Год».',
  'federal.year-wrong': 'Год — четыре цифры.',
  'federal.file': 'Перетащите сюда файл перечня',
  'federal.file-hint':
    'Excel (.xlsx) или CSV со столбцами: Год, Логин, Муниципалитет, ОО, 4 РУ, 4 МА, 5 РУ, 5 МА, Количество маркеров. Порядок столбцов любой.',
  'federal.checking': 'Проверяем файл «{file}»',
  'federal.lists': 'Прежние загрузки',
  'federal.lists-meaning': 'Принятый перечень можно отменить.',
  'federal.list-years': 'Годы',
  'federal.marked': 'Отмечено школ',
  'federal.no-lists': 'Загрузок ещё не было',
  'federal.no-lists-meaning': 'Здесь останется каждый файл: кто и когда его загрузил и что с ним стало.',
  'federal.list-rows': 'Строки файла',
  'federal.undone-on': 'Отменён',
  'federal.state.checked': 'Проверен, ждёт решения',
  'federal.state.wrong': 'Есть замечания',
  'federal.state.accepted': 'Принят',
  'federal.state.rejected': 'Отклонён',
  'federal.state.undone': 'Отменён',
  'federal.meaning.checked': 'Замечаний нет. Посмотрите строки и примите перечень.',
  'federal.meaning.wrong': 'Исправьте замечания в таблице и загрузите файл ещё раз.',
  'federal.meaning.accepted': 'Школы этого перечня видны их муниципалитетам и им самим.',
  'federal.meaning.rejected': 'Перечень отклонён и ни на что не влияет.',
  'federal.meaning.undone': 'Перечень отменён и больше не учитывается.',
  'federal.accept':
    '{count, plural, =0 {Принять пустой перечень} one {Принять: # школа} few {Принять: # школы} many {Принять: # школ} other {Принять: # школы}}',
  'federal.reject': 'Отклонить',
  'federal.undoable': 'Принятый перечень можно отменить.',
  'federal.undo': 'Отменить перечень',
  'federal.undo-meaning': 'Школы этого перечня больше не будут в нём числиться. Запись о загрузке останется.',
  'federal.reason-missing': 'Напишите, почему отменяете.',
} as const
