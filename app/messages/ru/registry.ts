import type { Catalogue } from '../format.ts'

/** Import of the registry of schools. */
const texts: Catalogue = {
  'problem.registry-column-unknown': 'Столбец «{column}» не прочитан: такого в реестре нет.',
  'problem.registry-column-unknown.advice':
    'Если в нём нужные сведения, переименуйте его как в выгрузке реестра.',
  'problem.registry-text-too-long': 'В ячейке больше {limit, number} знаков.',
  'problem.registry-text-too-long.advice': 'Сократите текст.',
  'problem.registry-not-yes-or-no': '«{value}» — не «да» и не «нет».',
  'problem.registry-not-yes-or-no.advice': 'Напишите «да» или «нет»; пустая ячейка значит «нет».',
  'problem.registry-bad-exam-code':
    '«{value}» — не код школы на {exam, select, oge {ОГЭ} other {ЕГЭ}}: по нему не найти ни одного протокола.',
  'problem.registry-bad-exam-code.advice':
    'Код школы — это цифры, не больше восьми, без пробелов и букв. Возьмите его из протокола: столбец «Код ОО».',
  'problem.registry-bad-date': '«{value}» — не дата.',
  'problem.registry-bad-date.advice': 'Напишите дату как 01.09.2025.',
  'problem.registry-dates-backwards': 'Последний день раньше первого.',
  'problem.registry-dates-backwards.advice': 'Исправьте одну из двух дат.',
  'problem.registry-name-missing': 'У школы {login} нет названия.',
  'problem.registry-name-missing.advice': 'Впишите название.',
  'problem.registry-name-twice': 'Название «{name}» в этом муниципалитете уже есть в строке {first}.',
  'problem.registry-name-twice.advice': 'Если это одна школа под двумя логинами, оставьте одну строку.',
  'problem.registry-code-twice':
    'Код {exam, select, oge {ОГЭ} other {ЕГЭ}} {value} уже стоит у школы в строке {first}.',
  'problem.registry-code-twice.advice': 'У каждой школы свой код: по нему находятся её протоколы.',
  'problem.registry-code-taken':
    'Код {exam, select, oge {ОГЭ} other {ЕГЭ}} {value} принадлежит школе «{name}».',
  'problem.registry-code-taken.advice':
    'Исправьте код или сначала уберите его у той школы. Код закрытой школы может перейти к другой.',
  'problem.registry-login-clash': 'Логин с цифрами {digits} принадлежит школе «{name}».',
  'problem.registry-login-clash.advice': 'Уберите его из столбца «Другие логины» или исправьте.',
  'problem.registry-school-below-region': 'У «{name}» муниципалитет не указан: школа войдёт прямо в регион.',
  'problem.registry-school-below-region.advice': 'Если это не так, впишите муниципалитет.',
  'problem.registry-school-closed': 'Школа «{name}» закрыта, а в реестре она есть.',
  'problem.registry-school-closed.advice':
    'Если она действует, отмените закрытие на её странице или добавьте столбец «Действует по».',
  'problem.registry-municipality-named-twice':
    'Код {code} назван здесь «{name}», а в строке {first} — «{other}».',
  'problem.registry-municipality-named-twice.advice': 'Оставьте одно название.',
  'problem.registry-municipality-code-differs':
    'У муниципалитета «{name}» в реестре код {code}, а известен код {known}.',
  'problem.registry-municipality-code-differs.advice':
    'Исправьте код в файле или, если изменился сам код, на странице муниципалитета.',
  'problem.registry-municipality-ambiguous': 'Муниципалитетов с названием «{name}» несколько.',
  'problem.registry-municipality-ambiguous.advice': 'Добавьте столбец «Код муниципалитета».',
  'problem.registry-municipality-unknown': 'Муниципалитета «{name}» нет.',
  'problem.registry-municipality-unknown.advice':
    'Исправьте название. Чтобы завести новый муниципалитет, добавьте его код в столбец «Код муниципалитета».',
  'problem.registry-municipality-closed': 'Муниципалитет «{name}» закрыт.',
  'problem.registry-municipality-closed.advice': 'Укажите тот, в который школа входит теперь.',
  'problem.registry-municipality-new': 'Муниципалитета «{name}» до сих пор не было, он будет создан.',
  'problem.registry-municipality-new.advice': 'Проверьте, не опечатка ли это в коде.',
  'problem.registry-has-problems':
    'В реестре {count, plural, one {# ошибка} few {# ошибки} many {# ошибок} other {# ошибки}}, принять его нельзя.',
  'problem.registry-has-problems.advice': 'Исправьте файл и загрузите его снова.',
  'problem.registry-last-day-needed': 'Не указано, с какого дня закрыть школы, которых нет в реестре.',
  'problem.registry-last-day-needed.advice': 'Укажите их последний день или оставьте эти школы как есть.',
  'problem.registry-nothing-to-do': 'Реестр совпадает с тем, что уже есть: менять нечего.',
  'problem.registry-nothing-to-do.advice': 'Проверьте, тот ли файл выбран.',
  'problem.registry-not-checked': 'Эта загрузка уже {state, select, committed {принята} other {отменена}}.',
  'problem.registry-not-checked.advice': 'Чтобы принять реестр ещё раз, загрузите файл снова.',
  'problem.registry-not-committed':
    'Эта загрузка {state, select, checked {ещё не принята} other {уже отменена}}.',
  'problem.registry-not-committed.advice': 'Отменять нечего.',
  'problem.registry-plan-stale': 'Запись «{name}» изменилась после проверки реестра.',
  'problem.registry-plan-stale.advice':
    'Загрузите файл снова: разница будет показана с тем, что есть теперь.',
  'problem.registry-code-taken-since':
    'Код {exam, select, oge {ОГЭ} other {ЕГЭ}} {code} школы «{name}» после проверки файла достался школе «{bearer}».',
  'problem.registry-code-taken-since.advice':
    'Загрузите файл снова: проверка покажет строку с этим кодом. У каждой школы свой код: по нему находятся её протоколы.',
  'problem.registry-undo-code-taken':
    'Код {exam, select, oge {ОГЭ} other {ЕГЭ}} {code} нельзя вернуть школе «{name}»: теперь он у школы «{bearer}».',
  'problem.registry-undo-code-taken.advice':
    'Сначала уберите этот код у той школы на её странице или отмените загрузку, которая его дала.',
  'problem.registry-undo-changed': '«{name}» изменили после загрузки, {when, date, long}.',
  'problem.registry-undo-changed.advice':
    'Сначала верните прежние значения или отмените более позднюю загрузку.',
  'problem.registry-undo-parent-gone': '«{name}», куда надо вернуть школу, отозвано.',
  'problem.registry-undo-parent-gone.advice': 'Переведите школу в нужный муниципалитет сами.',
  'problem.registry-undo-has-children':
    'В «{name}» после загрузки {count, plural, one {появилась # запись} few {появились # записи} many {появилось # записей} other {появились # записи}}.',
  'problem.registry-undo-has-children.advice': 'Сначала перенесите их в другое место.',
}

export default texts
