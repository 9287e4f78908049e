import type { Catalogue } from '../format.ts'

/** What the service answers when a request cannot be served. */
const texts: Catalogue = {
  'http.quote-id': 'Код обращения: {id}.',
  'problem.not-signed-in': 'Нужно войти.',
  'problem.not-signed-in.advice': 'Войдите под своей учётной записью и повторите.',
  'problem.right-missing': 'Ваша роль не даёт на это права.',
  'problem.right-missing.advice': 'Если это нужно вам для работы, обратитесь к администратору.',
  'problem.not-found': 'Такой записи нет или она вам не видна.',
  'problem.not-found.advice': 'Проверьте адрес. Возможно, запись относится к другой территории.',
  'problem.already-there': 'Такая запись уже есть.',
  'problem.already-there.advice': 'Найдите её поиском и измените, вместо того чтобы создавать вторую.',
  'problem.changed-by-another': 'Пока вы правили, запись изменил другой человек. Ваши правки не записаны.',
  'problem.changed-by-another.advice': 'Посмотрите его правки и внесите свои ещё раз.',
  'problem.request-value': 'Значение не подходит: {message}.',
  'problem.request-value.advice': 'Исправьте его и отправьте снова.',
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
