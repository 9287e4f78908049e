import type { Catalogue } from '../format.ts'

/** Notices (`notice.<kind>`, each a whole sentence) and the letters that carry them. */
const texts: Catalogue = {
  'notice.returned': 'Вернули на доработку: {what}. Причина: {reason}',
  'notice.due-tomorrow': 'Завтра срок: {what}.',
  'notice.accepted': 'Принято: {what}.',
  'notice.role-given': 'Вам дана роль: {what}. Кто её дал: {by}.',
  'notice.role-taken':
    'Роль больше не действует: {what}. Кто её снял: {by}.{why, select, yes { Причина: {reason}} other {}}',
  'notice.password-reset-offered':
    'Для вас составлена ссылка, по которой задают новый пароль{factor, select, dropped { и отключают второй фактор} other {}}. Кто её составил: {by}. Если вы об этом не просили, сообщите администратору.',
  'notice.email-changed':
    'Изменена почта, по которой вы входите. Кто её изменил: {by}. Если вы об этом не просили, сообщите администратору.',
  'notice.invitation-accepted': 'Приглашение принято: {name}, {what}.',
  'notice.session-elsewhere':
    'Ваш вход появился в другом браузере (адрес {address}), поэтому мы его завершили. Если это были не вы, смените пароль.',
  'notice.registry-committed': 'Реестр обновлён по файлу «{file}». Кто провёл загрузку: {by}.',
  'notice.registry-undone':
    'Загрузка реестра из файла «{file}» отменена. Кто отменил: {by}.{why, select, yes { Причина: {reason}} other {}}',
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
