import type { Catalogue } from '../format.ts'

/** Running the service: the data folder, backups, settings, the check of an installation. */
const texts: Catalogue = {
  'serve.demo-preparing': 'Готовлю демонстрационный регион…',
  'serve.address': 'Объектив открыт: {address}',
  'serve.setup-link':
    'Откройте эту ссылку, чтобы назвать регион и завести первого администратора. Она действует один раз:\n  {link}',
  'serve.demo-shown':
    'Демонстрационный регион заполнен: кампания, файлы, анализ, запросы школам и план на месте.',
  'serve.demo-not-shown': 'Демонстрационный регион заполнен не до конца: кампанию можно провести самим.',
  'serve.demo-accounts': 'Войти можно под любой из этих учётных записей, пароль у всех один: {password}',
  'serve.how-to-stop': 'Чтобы остановить, нажмите Ctrl+C.',
  'serve.stopping': 'Останавливаюсь: дописываю начатое…',
  'command.backup-done':
    'Резервная копия готова: {file}. Строк: {rows, number}, файлов: {files, number}, время: {seconds, number, ::.0} с. В ней персональные данные и секреты: храните её под замком.',
  'command.restore-done':
    'Восстановлено в «{data}» по состоянию на {made}: {rows, number} строк. Проверьте: objektiv doctor --data {data}',
  'command.restore-closed':
    'Отозваны, чтобы закрытое после копии не открылось снова: {tokens, plural, one {# ключ для программ} few {# ключа для программ} many {# ключей для программ} other {# ключа для программ}}, {invitations, plural, one {# приглашение} few {# приглашения} many {# приглашений} other {# приглашения}}. Создайте нужные заново.',
  'job.backups.make': 'Резервная копия',
  'backups.made': 'Копия «{name}» готова, {megabytes, number} МБ.',
  'problem.backup-failed': 'Резервная копия не получилась: {reason}',
  'problem.backup-failed.advice': 'Прежние копии целы. Устраните причину и сделайте копию ещё раз.',
  'problem.backup-unnamed': 'Не указан файл резервной копии.',
  'problem.backup-unnamed.advice':
    'Назовите его после команды, например: objektiv backup копия.tar.gz --data ПАПКА.',

  'progress.backup-table': 'Копирую таблицу «{detail}»',
  'progress.backup-files': 'Копирую вложенные файлы',
  'progress.backup-batches': 'Копирую партии результатов',
  'progress.restore-verify': 'Проверяю резервную копию',
  'progress.restore-unpack': 'Восстанавливаю данные',
  'progress.restore-migrate': 'Привожу базу к этой версии программы',

  'problem.folder-no-rights': 'Папку данных «{folder}» нельзя открыть или изменить ({cause}).',
  'problem.folder-no-rights.advice':
    'Запускайте службу от имени владельца этой папки или передайте папку её пользователю (chown).',
  'problem.folder-foreign': 'В папке «{folder}» лежит что-то другое, например «{name}».',
  'problem.folder-foreign.advice': 'Укажите ключом --data новую или пустую папку.',
  'problem.folder-newer':
    'Папка данных «{folder}» новее программы: её формат {format}, а программа знает формат {own}.',
  'problem.folder-newer.advice':
    'Запустите ту версию программы, которая работала с этими данными последней, или новее.',
  'problem.folder-in-use':
    'Папка данных «{folder}» занята: {purpose, select, serve {в ней работает служба} backup {идёт резервное копирование} restore {идёт восстановление} doctor {идёт проверка} other {с ней работает другой процесс}}{pid, plural, =0 {} other { (процесс {pid, number, ::group-off}, с {since} UTC)}}{address, select, none {} other {{address}}}.',
  'problem.folder-in-use.advice':
    'Дождитесь окончания или остановите тот процесс. Службе нужна папка целиком: два процесса испортили бы базу данных.',
  'problem.folder-no-lock': 'В папке «{folder}» нельзя поставить блокировку ({cause}).',
  'problem.folder-no-lock.advice':
    'Скорее всего, это сетевой диск. Перенесите папку данных на диск этой машины: на сетевом диске база данных ненадёжна.',
  'problem.restore-unfinished': 'Восстановление в папку «{folder}» не было закончено.',
  'problem.restore-unfinished.advice':
    'Повторите «objektiv restore» с тем же файлом и той же папкой: оно начнётся заново.',
  'problem.installation-broken': 'Файл с описанием папки данных не читается.',
  'problem.installation-broken.advice':
    'Не правьте его вручную. Верните его из резервной копии папки или восстановите данные в новую папку.',
  'problem.secrets-broken': 'Файл с секретами установки не читается.',
  'problem.secrets-broken.advice':
    'Верните его из резервной копии. Новый файл создавать нельзя: перестанет действовать второй шаг входа у всех, кто его включил.',
  'problem.service-silent': 'Служба работает, но не отвечает команде ({cause}).',
  'problem.service-silent.advice':
    'Выполняйте команду от имени того же пользователя, что и служба. Если не помогает, перезапустите службу.',
  'problem.no-installation': 'В папке «{folder}» нет установки «Объектива».',
  'problem.no-installation.advice':
    'Проверьте путь в ключе --data. Новая установка создаётся командой objektiv serve --data ПАПКА.',
  'problem.database-of-another': 'База данных принадлежит другой установке «Объектива».',
  'problem.database-of-another.advice':
    'Ничего не изменено. Проверьте --data и DATABASE_URL: папка и база должны быть от одной установки (у папки номер {own}, у базы {found}). Для новой установки создайте новую базу (createdb).',
  'problem.demo-in-earnest':
    'Папка «{folder}» создана для настоящей работы: демонстрационный регион сюда не ставится.',
  'problem.demo-in-earnest.advice': 'Укажите ключом --data новую папку или запустите службу без --demo.',
  'problem.database-address-missing':
    'База данных этой установки — на сервере PostgreSQL, а DATABASE_URL не задан.',
  'problem.database-address-missing.advice':
    'Задайте DATABASE_URL так же, как для службы, и повторите команду.',

  'problem.backup-running': 'Резервная копия уже создаётся.',
  'problem.backup-running.advice': 'Дождитесь её: две сразу только мешали бы друг другу.',
  'problem.backup-exists': 'Файл «{file}» уже есть.',
  'problem.backup-exists.advice': 'Укажите другое имя: готовая копия не перезаписывается.',
  'problem.backup-foreign': 'Файл «{file}» — не резервная копия «Объектива».',
  'problem.backup-foreign.advice': 'Укажите файл, созданный командой «objektiv backup».',
  'problem.backup-damaged': 'Резервная копия «{file}» повреждена или скопирована не целиком ({what}).',
  'problem.backup-damaged.advice':
    'Ничего не восстановлено. Возьмите её снова оттуда, где она хранится, или используйте предыдущую.',
  'problem.backup-newer': 'Резервная копия «{file}» сделана более новой версией программы.',
  'problem.backup-newer.advice': 'Установите ту версию программы, которой она сделана, или новее.',
  'problem.restore-not-empty': 'Папка «{place}» не пуста: в ней есть «{name}».',
  'problem.restore-not-empty.advice':
    'Восстановление ничего не перезаписывает. Укажите новую папку, а прежнюю сохраните, пока не убедитесь, что всё на месте.',
  'problem.restore-database-not-empty': 'База данных, на которую указывает DATABASE_URL, не пуста.',
  'problem.restore-database-not-empty.advice':
    'Создайте новую базу (createdb) и укажите её: восстановление ничего не перезаписывает.',

  'problem.configuration-value':
    'Переменная окружения {name} задана неверно{given, select, none {} other { («{given}»)}}. Нужно: {kind, select, postgres {адрес вида postgres://пользователь:пароль@сервер/база} web {адрес вида https://сервер} smtp {адрес вида smtp://пользователь:пароль@сервер:587} mail {адрес отправителя, например objektiv@region.ru} yesNo {yes или no} timeZone {часовой пояс, например Asia/Yekaterinburg} other {непустое значение}}.',
  'problem.configuration-value.advice': 'Исправьте её в настройках службы и запустите снова.',
  'problem.configuration-together': 'Задана переменная {name}, но без {other} она не действует.',
  'problem.configuration-together.advice': 'Задайте обе или уберите первую.',
  'problem.configuration-unknown': 'Переменной окружения {name} программа не знает.',
  'problem.configuration-unknown.advice':
    'Проверьте, нет ли в имени опечатки: все имена перечислены в docs/administrators.md.',
  'problem.port-taken': 'Порт {port, number, ::group-off} на {host} уже занят другой программой.',
  'problem.port-taken.advice': 'Укажите другой ключом --port или остановите ту программу.',
  'problem.port-refused':
    'На порту {port, number, ::group-off} адреса {host} служба работать не может ({cause}).',
  'problem.port-refused.advice':
    'Порты до 1024 доступны только администратору системы: возьмите больший и поставьте впереди обратный прокси.',
}

export default texts
