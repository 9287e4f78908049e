import type { Catalogue } from '../format.ts'

/** The published list of sentences of «На что обратить внимание». Every number comes with its works and interval. */
const texts: Catalogue = {
  'portrait.sample.n': 'n = {n, number}',
  'portrait.sample.interval': '95 %: от {lower} до {upper}',
  'portrait.sample.small': 'малая выборка',

  'portrait.area.mean.above998':
    'Средний балл {mean, number, ::.00} ({sample}) выше, чем бывает при обычных различиях между школами: пределы 99,8 % при таком числе работ — от {rareFrom, number, ::.00} до {rareTo, number, ::.00}, средний балл региона {region, number, ::.00}.',
  'portrait.area.mean.below998':
    'Средний балл {mean, number, ::.00} ({sample}) ниже, чем бывает при обычных различиях между школами: пределы 99,8 % при таком числе работ — от {rareFrom, number, ::.00} до {rareTo, number, ::.00}, средний балл региона {region, number, ::.00}. Это повод помочь, а не упрёк.',
  'portrait.area.mean.above95':
    'Средний балл {mean, number, ::.00} ({sample}) немного выше пределов 95 % — от {usualFrom, number, ::.00} до {usualTo, number, ::.00}; средний балл региона {region, number, ::.00}. За эти пределы и случайно выходит одна обычная школа из двадцати.',
  'portrait.area.mean.below95':
    'Средний балл {mean, number, ::.00} ({sample}) немного ниже пределов 95 % — от {usualFrom, number, ::.00} до {usualTo, number, ::.00}; средний балл региона {region, number, ::.00}. За эти пределы и случайно выходит одна обычная школа из двадцати.',
  'portrait.area.mean.inside':
    'Средний балл {mean, number, ::.00} ({sample}) внутри обычных различий между школами; средний балл региона {region, number, ::.00}.',
  'portrait.area.mean.unknown':
    'Средний балл {mean, number, ::.00} ({sample}), по региону {region, number, ::.00}. Пределы обычных различий построить не из чего.',

  'portrait.area.tasks.base-insufficient':
    'Из {all, plural, one {# задания} few {# заданий} many {# заданий} other {# задания}} базового уровня {count, plural, one {# выполнено} few {# выполнены} many {# выполнены} other {# выполнены}} меньше чем на {threshold, number, ::percent .#} (№ {names}): по рекомендации {year} года этого недостаточно. Наименьшая доля баллов — задание № {weakest}: {share, number, ::percent .} ({sample}).{hidden, plural, =0 {} one { Доля баллов ещё # задания не показана.} few { Доли баллов ещё # заданий не показаны.} many { Доли баллов ещё # заданий не показаны.} other { Доли баллов ещё # задания не показаны.}}',
  'portrait.area.tasks.base-done':
    'Заданий базового уровня, выполненных меньше чем на {threshold, number, ::percent .#}, нет (всего {all, number}). Наименьшая доля баллов — задание № {weakest}: {share, number, ::percent .} ({sample}).{hidden, plural, =0 {} one { Доля баллов ещё # задания не показана.} few { Доли баллов ещё # заданий не показаны.} many { Доли баллов ещё # заданий не показаны.} other { Доли баллов ещё # задания не показаны.}}',
  'portrait.area.tasks.advanced-insufficient':
    'Из {all, plural, one {# задания} few {# заданий} many {# заданий} other {# задания}} повышенного и высокого уровня {count, plural, one {# выполнено} few {# выполнены} many {# выполнены} other {# выполнены}} меньше чем на {threshold, number, ::percent .#} (№ {names}): по рекомендации {year} года этого недостаточно. Наименьшая доля баллов — задание № {weakest}: {share, number, ::percent .} ({sample}).{hidden, plural, =0 {} one { Доля баллов ещё # задания не показана.} few { Доли баллов ещё # заданий не показаны.} many { Доли баллов ещё # заданий не показаны.} other { Доли баллов ещё # задания не показаны.}}',
  'portrait.area.tasks.advanced-done':
    'Заданий повышенного и высокого уровня, выполненных меньше чем на {threshold, number, ::percent .#}, нет (всего {all, number}). Наименьшая доля баллов — задание № {weakest}: {share, number, ::percent .} ({sample}).{hidden, plural, =0 {} one { Доля баллов ещё # задания не показана.} few { Доли баллов ещё # заданий не показаны.} many { Доли баллов ещё # заданий не показаны.} other { Доли баллов ещё # задания не показаны.}}',
  'portrait.area.tasks.few':
    'Работ мало ({n, plural, one {# работа} few {# работы} many {# работ} other {# работы}}): о том, достаточно ли выполнены отдельные задания, по ним судить нельзя.',

  'portrait.area.lowered.more':
    'Отметка за работу ниже отметки в журнале чаще, чем по региону: у {share, number, ::percent .} работ ({sample}), по региону у {reference, number, ::percent .}.',
  'portrait.area.lowered.usual':
    'Отметка за работу ниже отметки в журнале не чаще обычного: у {share, number, ::percent .} работ ({sample}), по региону у {reference, number, ::percent .}.',
  'portrait.area.far.some':
    'На {far, plural, one {# отметку} few {# отметки} many {# отметок} other {# отметки}} и больше работа и журнал расходятся в {count, plural, one {# случае} few {# случаях} many {# случаях} other {# случая}} — {share, number, ::percent .} работ ({sample}). Рекомендация {year} года — разобрать каждый.',
  'portrait.area.far.none':
    'Работ, отметка за которые расходится с журналом на {far, plural, one {# отметку} few {# отметки} many {# отметок} other {# отметки}} и больше, нет ({sample}).',
  'portrait.area.boundary.more':
    'Из работ, которые стоят у границ отметок, ровно на границе — {share, number, ::percent .} ({sample}); по доле региона ожидалось бы {reference, number, ::percent .}. Случайностью это не объясняется; безобидная причина — сомнение, решённое в пользу ученика.',
  'portrait.area.boundary.usual':
    'Из работ, которые стоят у границ отметок, ровно на границе — {share, number, ::percent .} ({sample}); по доле региона ожидалось бы {reference, number, ::percent .}. В пределах случайности.',
  'portrait.area.inversion.harder-better':
    'Трудные задания решены лучше, чем ожидалось при таких же лёгких: с каждым обычным шагом трудности преимущество перед регионом растёт на {value, number, ::percent .0} возможных баллов ({sample}). Возможно, эти темы недавно повторяли.',
  'portrait.area.inversion.usual':
    'Трудные и лёгкие задания соотносятся как в регионе: изменение на один обычный шаг трудности — {value, number, ::percent .0} возможных баллов ({sample}).',
  'portrait.area.twos.more':
    'Доля «2» выросла: {before, number, ::percent .} в {year} году ({beforeSample}), теперь {now, number, ::percent .} ({nowSample}). Рекомендация {recommended} года: рост на {points, plural, one {# процентный пункт} few {# процентных пункта} many {# процентных пунктов} other {# процентного пункта}} и больше — повод разобраться. Ученики и задания в эти годы разные.',
  'portrait.area.twos.usual':
    'Доля «2»: {before, number, ::percent .} в {year} году ({beforeSample}), теперь {now, number, ::percent .} ({nowSample}); роста на {points, plural, one {# процентный пункт} few {# процентных пункта} many {# процентных пунктов} other {# процентного пункта}} и больше нет.',

  'portrait.area.signs.some':
    '{count, plural, one {# признак требует} few {# признака требуют} many {# признаков требуют} other {# признака требуют}} анализа. Состояние ответов: {replies}. Признак — вопрос к результату, а не ответ о школе.',
  'portrait.area.signs.none':
    'Признаков, требующих анализа, нет. Методы видят не всё: это не доказательство, а отсутствие вопросов.',
  'portrait.area.federal.listed':
    'Федеральный перечень называет школу в {count, plural, one {# году} few {# годах} many {# годах} other {# года}}: {years}; подряд по последний загруженный — {running, plural, =0 {ни одного} one {# год} few {# года} many {# лет} other {# года}}. Это сведение федерального организатора, здесь оно не пересчитывалось.',
  'portrait.area.federal.none': 'В загруженных федеральных перечнях школы нет, или перечни не загружены.',
  'portrait.area.hidden':
    'Результаты {count, plural, one {# набора} few {# наборов} many {# наборов} other {# набора}} не показаны: за ними — самими или по разности с соседними — стоит меньше {least, plural, one {# работы} few {# работ} many {# работ} other {# работы}}. Полностью их видит сама школа.',
  'portrait.area.missing':
    'В расчёте есть {count, plural, one {# набор} few {# набора} many {# наборов} other {# набора}} без работ школы: {sets}. Если такие классы в школе есть, проверьте, загружен ли их протокол.',

  'portrait.area.territory.outside':
    'За пределами обычных различий (99,8 %): выше — {above, plural, one {# школа} few {# школы} many {# школ} other {# школы}}, ниже — {below, plural, one {# школа} few {# школы} many {# школ} other {# школы}} (всего школ: {schools, number}). Случайно с каждой стороны оказалось бы около {expected, number, ::.0#}.',
  'portrait.area.territory.outside-none':
    'За пределами обычных различий (99,8 %) нет ни одной школы (всего школ: {schools, number}).',
  'portrait.area.territory.bunching':
    'У границы «{mark}» работ с {score, plural, one {# баллом} few {# баллами} many {# баллами} other {# балла}} {below, plural, =0 {— {at, number}, а с {before, number} — ни одной} other {в {ratio, number, ::.0} раза больше, чем с {before, number}: {at, number} и {below, number}}}. Ровно на границе стоит {share, number, ::percent .} тех и других ({sample}). Это вывод {level, select, region {о регионе в целом} other {о муниципалитете в целом}}, а не об отдельной школе.',
  'portrait.area.territory.bunching-none':
    'Резкого скопления у границ отметок нет; сильнее всего — у границы «{mark}»: ровно на ней стоит {share, number, ::percent .} работ из тех, что набрали {score, number} или на балл меньше ({sample}).',
  'portrait.area.territory.between':
    'Обычные различия между школами — {icc, number, ::percent .0} всего разброса баллов ({schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}}, n = {works, number}).',
  'portrait.area.territory.lowered':
    'Отметка за работу ниже отметки в журнале у {share, number, ::percent .} работ ({sample}).',
  'portrait.area.territory.far':
    'На две отметки и больше работа и журнал расходятся в {count, plural, one {# случае} few {# случаях} many {# случаях} other {# случая}} — {share, number, ::percent .0} работ ({sample}).',

  'portrait.area.index.below-region':
    'Индекс {year} года — {index, number, ::.0} (95 %: от {lower, number, ::.0} до {upper, number, ::.0}; {schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}}{small, select, yes {, малая выборка} other {}}; признаков {signs, number} из {known, number}): ниже индекса региона {region, number, ::.0} больше, чем объясняет случайность.',
  'portrait.area.index.as-region':
    'Индекс {year} года — {index, number, ::.0} (95 %: от {lower, number, ::.0} до {upper, number, ::.0}; {schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}}{small, select, yes {, малая выборка} other {}}; признаков {signs, number} из {known, number}); индекс региона {region, number, ::.0}. Заметно ниже региона он не стоит.',
  'portrait.area.index.region':
    'Индекс {year} года — {index, number, ::.0} (95 %: от {lower, number, ::.0} до {upper, number, ::.0}; {schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}}{small, select, yes {, малая выборка} other {}}; признаков {signs, number} из {known, number}).',
}

export default texts
