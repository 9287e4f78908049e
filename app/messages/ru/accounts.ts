import type { Catalogue } from '../format.ts'

const askSender = 'Попросите того, кто прислал ссылку, прислать новую.'
const askAdministrator = 'Обратитесь к администратору.'

/** Люди, роли, вход: слова, которые произносит сервер. */
const texts: Catalogue = {
  'role.administrator': 'Администратор',
  'role.administrator.about': 'Ведёт справочник организаций, приглашает людей и даёт роли.',
  'role.ministry': 'Министерство (ОИВ)',
  'role.ministry.about': 'Видит итоги по всему региону, без строк отдельных участников.',
  'role.analyst': 'Аналитик РЦОКО',
  'role.analyst.about': 'Загружает протоколы, ищет признаки, ведёт разбор.',
  'role.institute': 'Институт развития образования (ИРО)',
  'role.institute.about': 'Видит итоги и рекомендации, помогает школам с мерами.',
  'role.municipality': 'Муниципальный орган управления образованием (ОМСУ)',
  'role.municipality.about': 'Видит итоги своих школ, приглашает их руководителей, принимает отчёты.',
  'role.methodist': 'Методист',
  'role.methodist.about': 'Помогает школам своей территории с разбором и планами.',
  'role.head': 'Руководитель школы',
  'role.head.about': 'Видит данные своей школы, отвечает на признаки, утверждает план.',
  'role.coordinator': 'Координатор',
  'role.coordinator.about': 'Готовит ответы, планы и отчёты своей организации.',
  'role.expert': 'Эксперт предметной комиссии',
  'role.expert.about': 'Проверяет работы, которые ему переданы.',
  'role.observer': 'Общественный наблюдатель',
  'role.observer.about': 'Отмечает, как проходит процедура.',

  'accounts.grant':
    '{role} — {unit}{kind, select, region {, весь регион} municipality {, все школы муниципалитета} other {}}',
  'accounts.grant-until':
    '{role} — {unit}{kind, select, region {, весь регион} municipality {, все школы муниципалитета} other {}}, до {date} включительно',

  'right.unit.read': 'видеть организации и находить их поиском',
  'right.unit.edit': 'править справочник: имена, коды, метки, сроки',
  'right.registry.import': 'загружать справочник организаций из таблицы',
  'right.registry.export': 'выгружать справочник организаций',
  'right.person.read': 'видеть людей своей территории',
  'right.person.invite': 'приглашать людей по ссылке',
  'right.person.edit': 'исправлять имена, приостанавливать доступ, помогать тем, кто забыл пароль',
  'right.role.grant': 'давать роли и забирать их',
  'right.history.read': 'видеть историю записи',
  'right.audit.read': 'читать журнал действий',
  'right.file.read': 'открывать приложенные файлы',
  'right.file.write': 'прикладывать файлы',
  'right.job.read': 'видеть, как идёт долгая работа',
  'right.token.make': 'создавать ключи для других программ',
  'right.setting.read': 'видеть настройки',
  'right.setting.edit': 'менять настройки',
  'right.backup.make': 'делать резервную копию',
  'right.procedure.read': 'видеть кампании, работы и их сроки',
  'right.procedure.edit': 'вести кампании, сроки и спецификации работ',
  'right.results.import': 'загружать файлы результатов (школа — только свои)',
  'right.results.decide': 'принимать загруженные файлы и отменять приём',
  'right.results.received': 'видеть, какие школы сдали результаты',
  'right.results.remind': 'напоминать школам о несданных результатах',
  'right.run.read': 'видеть опубликованный анализ результатов',
  'right.run.start': 'запускать анализ, сравнивать и публиковать его',
  'right.signal.read': 'видеть признаки и ответы школ',
  'right.signal.ask': 'запрашивать пояснение у школы',
  'right.signal.forward': 'передавать запрос школе со своими словами',
  'right.signal.comment': 'добавлять своё мнение к признаку',
  'right.signal.reply': 'отвечать на запрос от имени школы',
  'right.signal.close': 'возвращать ответ и подводить итог по признаку',
  'right.participant.read': 'видеть строки участников по кодам (школа — свои, каждый просмотр записывается)',
  'right.federal-list.read': 'видеть федеральный перечень школ',
  'right.federal-list.import': 'загружать федеральный перечень школ',

  'letter.invitation.subject': 'Приглашение в «Объектив»',
  'letter.invitation.text':
    'Здравствуйте, {name}!\n\n{inviter} приглашает вас работать в «Объективе».\nВаша роль: {grant}.\n\nОткройте ссылку и придумайте пароль:\n{link}\n\nСсылка действует две недели и срабатывает один раз. Если вы не ждали этого письма, просто удалите его.',
  'letter.reset.subject': 'Новый пароль для «Объектива»',
  'letter.reset.text':
    'Здравствуйте!\n\n{sender} отправил вам ссылку, по которой можно задать новый пароль:\n{link}\n\nСсылка действует сутки и срабатывает один раз. Если вы об этом не просили, сообщите администратору.',

  'problem.sign-in-failed': 'Почта или пароль не подходят.',
  'problem.sign-in-failed.advice':
    'Проверьте раскладку и клавишу Caps Lock. Если пароль забыт, попросите администратора прислать ссылку для нового.',
  'problem.sign-in-locked':
    'Слишком много неудачных попыток. Следующая будет возможна через {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}.',
  'problem.sign-in-locked.advice':
    'Подождите и попробуйте снова. Если пробовали не вы, сообщите администратору: учётная запись в порядке, но ею интересуются.',
  'problem.sign-in-busy': 'Сейчас входит слишком много людей сразу.',
  'problem.sign-in-busy.advice': 'Попробуйте через минуту.',
  'problem.sign-in-again': 'Между паролем и кодом прошло слишком много времени или попыток.',
  'problem.sign-in-again.advice': 'Введите почту и пароль заново.',
  'problem.person-blocked': 'Доступ к этой учётной записи приостановлен.',
  'problem.person-blocked.advice': askAdministrator,
  'problem.session-elsewhere':
    'Этот вход был открыт в другом браузере и оказался здесь. Мы завершили его и записали это в журнал.',
  'problem.session-elsewhere.advice':
    'Войдите заново. Если вы не переносили вход сами, смените пароль и сообщите администратору.',
  'problem.grant-ended': 'Роль, с которой вы работали, больше не действует.',
  'problem.grant-ended.advice': 'Обновите страницу и выберите другую роль.',

  'problem.second-factor-wrong': 'Код не подходит.',
  'problem.second-factor-wrong.advice':
    'Введите тот код, который приложение показывает сейчас; каждый код действует один раз. Проверьте, верно ли идут часы телефона.',
  'problem.second-factor-locked': 'Слишком много неверных кодов.',
  'problem.second-factor-locked.advice': 'Подождите четверть часа и попробуйте снова.',
  'problem.second-factor-needed': 'Для этой роли нужен код из приложения.',
  'problem.second-factor-needed.advice': 'Подключите второй шаг входа на своей странице или введите код.',
  'problem.second-factor-on': 'Второй шаг входа уже подключён.',
  'problem.second-factor-on.advice': 'Чтобы подключить другой телефон, сначала отключите прежний.',
  'problem.second-factor-off': 'Второй шаг входа не подключён.',
  'problem.second-factor-off.advice': 'Подключите его на своей странице.',

  'problem.password-short':
    'В пароле {length, plural, one {# знак} few {# знака} many {# знаков} other {# знака}}, нужно не меньше {least}.',
  'problem.password-short.advice': 'Проще всего запомнить несколько слов подряд, например четыре случайных.',
  'problem.password-long': 'Пароль длиннее {most} знаков.',
  'problem.password-long.advice': 'Возьмите короче.',
  'problem.password-personal': 'Пароль состоит из вашего имени или почты.',
  'problem.password-personal.advice': 'Придумайте слова, которые с вами не связаны.',
  'problem.password-common':
    'Такой пароль легко угадать: он сложен из слов, рядов клавиш или дат, с которых начинают.',
  'problem.password-common.advice': 'Возьмите несколько слов, которые обычно не стоят рядом.',
  'problem.password-wrong': 'Нынешний пароль введён неверно.',
  'problem.password-wrong.advice': 'Проверьте раскладку и введите его ещё раз.',

  'problem.link-unknown': 'Такой ссылки нет.',
  'problem.link-unknown.advice': 'Проверьте, что она скопирована целиком.',
  'problem.link-used': 'Эта ссылка уже сработала.',
  'problem.link-used.advice': 'Если по ней вошли вы, просто войдите. Если не вы, сообщите администратору.',
  'problem.link-expired': 'Срок этой ссылки прошёл.',
  'problem.link-expired.advice': askSender,
  'problem.link-revoked': 'Эту ссылку отозвали.',
  'problem.link-revoked.advice': askSender,
  'problem.invitation-sign-in': 'У этой почты уже есть учётная запись.',
  'problem.invitation-sign-in.advice': 'Войдите в неё и откройте ссылку снова: роль добавится к вашим.',
  'problem.invited-already': 'Приглашение для {email} на эту роль уже отправлено.',
  'problem.invited-already.advice': 'Найдите его в списке и обновите ссылку.',

  'problem.grant-above-own': 'Такую роль вы дать не можете: она выше вашей.',
  'problem.grant-above-own.advice': askAdministrator,
  'problem.grant-not-here': 'Эта роль не даётся на этом уровне.',
  'problem.grant-not-here.advice': 'Посмотрите на странице «Кто что может», где она даётся.',
  'problem.grant-to-oneself': 'Роль нельзя дать самому себе.',
  'problem.grant-to-oneself.advice': 'Попросите другого администратора.',
  'problem.grant-dates': 'Роль кончается раньше, чем начинается.',
  'problem.grant-dates.advice': 'Исправьте даты.',
  'problem.grant-stands': 'Эта роль у человека уже есть.',
  'problem.grant-stands.advice': 'Если нужны другие сроки, сначала заберите прежнюю.',
  'problem.last-administrator': 'Это последний администратор региона.',
  'problem.last-administrator.advice': 'Сначала назначьте другого, иначе некому будет впускать людей.',
  'problem.person-not-yours': 'Этого человека вы изменить не можете.',
  'problem.person-not-yours.advice':
    'Его роли выше вашей или действуют и на другой территории. Обратитесь к администратору региона.',

  'problem.token-rights': 'Ключ не может получить право «{right}».',
  'problem.token-rights.advice': 'Оставьте только то, что можете сами. Создавать ключи ключом нельзя.',
  'problem.token-expiry': 'Срок ключа должен быть в будущем и не дальше {days} дней.',
  'problem.token-expiry.advice': 'Выберите дату ближе. По истечении срока создайте новый ключ.',

  'problem.provider-away': 'Внешняя служба входа не отвечает.',
  'problem.provider-away.advice': 'Войдите по паролю или попробуйте через несколько минут.',
}

export default texts
