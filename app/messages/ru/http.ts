import type { Catalogue } from '../format.ts'

const valueAdvice = 'Исправьте его и отправьте снова.'

/** What the service answers when a request cannot be served. */
const texts: Catalogue = {
  'http.quote-id': 'Код обращения: {id}.',
  'problem.not-signed-in': 'Нужно войти.',
  'problem.not-signed-in.advice': 'Войдите под своей учётной записью и повторите.',
  'problem.right-missing': 'Ваша роль не даёт на это права.',
  'problem.right-missing.advice': 'Если это нужно вам для работы, обратитесь к администратору.',
  'problem.not-by-token': 'По ключу для программ это недоступно.',
  'problem.not-by-token.advice': 'Сделайте это сами: войдите в систему через браузер.',
  'problem.not-found': 'Такой записи нет или она вам не видна.',
  'problem.not-found.advice': 'Проверьте адрес. Возможно, запись относится к другой территории.',
  'problem.already-there': 'Такая запись уже есть.',
  'problem.already-there.advice': 'Найдите её поиском и измените, вместо того чтобы создавать вторую.',
  'problem.changed-by-another': 'Пока вы правили, запись изменил другой человек. Ваши правки не записаны.',
  'problem.changed-by-another.advice': 'Посмотрите его правки и внесите свои ещё раз.',
  'problem.request-value-missing': 'Значение не указано или другого вида.',
  'problem.request-value-missing.advice': valueAdvice,
  'problem.request-value-short':
    'Слишком короткое: нужно не меньше {minimum, plural, one {# знака} other {# знаков}}.',
  'problem.request-value-short.advice': valueAdvice,
  'problem.request-value-long':
    'Слишком длинное: можно не больше {maximum, plural, one {# знака} other {# знаков}}.',
  'problem.request-value-long.advice': valueAdvice,
  'problem.request-value-small': 'Значение меньше допустимого ({minimum}).',
  'problem.request-value-small.advice': valueAdvice,
  'problem.request-value-large': 'Значение больше допустимого ({maximum}).',
  'problem.request-value-large.advice': valueAdvice,
  'problem.request-value-email': 'Это не адрес электронной почты.',
  'problem.request-value-email.advice': valueAdvice,
  'problem.request-value-date': 'Это не дата.',
  'problem.request-value-date.advice': valueAdvice,
  'problem.request-value-choice':
    '«{column}»: такого значения в списке нет.{values, select, none {} other { Допустимы: {values}.}}',
  'problem.request-value-choice.advice': valueAdvice,
  'problem.request-value-unknown': 'Лишнее поле.',
  'problem.request-value-unknown.advice': valueAdvice,
  'problem.request-value-other': 'Значение не подходит.',
  'problem.request-value-other.advice': valueAdvice,
  'problem.request-unreadable': 'Запрос не удалось прочитать.',
  'problem.request-unreadable.advice': 'Обновите страницу и повторите.',
  'problem.foreign-origin': 'Запрос пришёл с чужой страницы.',
  'problem.foreign-origin.advice': 'Откройте «Объектив» в своём окне и повторите оттуда.',
  'problem.too-large': 'Файл или запрос слишком велик.',
  'problem.too-large.advice': 'Уменьшите файл или разделите его на части.',
  'problem.too-many-requests': 'Слишком много запросов подряд.',
  'problem.too-many-requests.advice': 'Подождите немного и повторите.',
  'problem.service-stopping': 'Служба останавливается.',
  'problem.service-stopping.advice': 'Повторите через минуту.',
  'problem.fault': 'Произошла ошибка программы. Ваши данные не пострадали.',
  'problem.fault.advice': 'Повторите позже. Если ошибка повторяется, сообщите администратору код обращения.',
  'problem.database-unreachable': 'Не удаётся подключиться к базе данных ({cause}).',
  'problem.database-unreachable.advice': 'Проверьте DATABASE_URL и то, что сервер PostgreSQL запущен.',
  'problem.database-newer': 'База данных новее программы: в ней есть изменение {migration}.',
  'problem.database-newer.advice':
    'Запустите ту версию программы, которая работала с этими данными последней.',
  'problem.migration-edited': 'Изменение базы {migration} отличается от того, что было применено.',
  'problem.migration-edited.advice': 'Установите программу заново из неизменённого выпуска.',
}

export default texts
