import type { Catalogue } from '../format.ts'

/** Notices (`notice.<kind>`, each a whole sentence) and the letters that carry them. */
const texts: Catalogue = {
  'notice.returned': 'Вернули на доработку: {what}. Причина: {reason}',
  'notice.due-tomorrow': 'Завтра срок: {what}.',
  'notice.accepted': 'Принято: {what}.',
  'letter.greeting': 'Здравствуйте!',
  'letter.digest.subject':
    'Объектив: {count, plural, one {# новое сообщение} few {# новых сообщения} many {# новых сообщений} other {# новых сообщений}}',
  'letter.digest.intro': 'Вот что появилось для вас в «Объективе» и ещё не прочитано:',
  'letter.urgent.subject':
    'Объектив: {kind, select, returned {вернули на доработку} dueTomorrow {завтра срок} other {требует внимания}}',
  'letter.urgent.intro': 'Это письмо пришло сразу, потому что ждать с ним не стоит:',
  'letter.more':
    'И ещё {count, plural, one {# сообщение} few {# сообщения} many {# сообщений} other {# сообщений}} — в «Объективе».',
  'letter.footer':
    'Письмо составлено программой, отвечать на него не нужно. Все сообщения собраны в «Объективе»: {url}',
  'problem.mail-settings-wrong': 'Почта не настроена: значение {name} не подходит.',
  'problem.mail-settings-wrong.advice':
    'OBJEKTIV_SMTP_URL — адрес почтового сервера вида smtp://имя:пароль@сервер:587, OBJEKTIV_MAIL_FROM — адрес отправителя. Без них письма складываются файлами в папку letters.',
}

export default texts
