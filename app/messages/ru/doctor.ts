import type { Catalogue } from '../format.ts'

/** What `objektiv doctor` says. */
const texts: Catalogue = {
  'doctor.runtime': 'Среда выполнения: Node {version}, ядер процессора: {cores}.',
  'doctor.runtime-old': 'Среда выполнения устарела: Node {version}, нужна {needed}.',
  'doctor.runtime-old.advice':
    'Запускайте программу её собственной командой objektiv: нужная среда приходит вместе с ней.',
  'doctor.memory': 'Памяти {memory, number} МБ.',
  'doctor.memory-little': 'Памяти {memory, number} МБ, желательно от {needed, number} МБ.',
  'doctor.memory-little.advice': 'Добавьте памяти или перенесите базу на сервер PostgreSQL.',
  'doctor.space': 'На диске папки данных свободно {free, number} МБ.',
  'doctor.space-little': 'На диске папки данных свободно только {free, number} МБ.',
  'doctor.space-little.advice':
    'Освободите место заранее: резервная копия на этой машине займёт почти столько же, сколько сами данные.',
  'doctor.space-gone': 'Место на диске папки данных почти кончилось: {free, number} МБ.',
  'doctor.space-gone.advice': 'Освободите место сейчас: без него база перестанет принимать изменения.',
  'doctor.folder': 'Папка данных «{folder}», формат {format}.',
  'doctor.folder-old': 'Папка данных «{folder}» старого формата: {format}, у программы {own}.',
  'doctor.folder-old.advice': 'Сделайте копию папки и запустите службу: она приведёт папку к новому формату.',
  'doctor.restore-unfinished': 'Восстановление в эту папку не было закончено.',
  'doctor.restore-unfinished.advice': 'Повторите «objektiv restore» с тем же файлом и той же папкой.',
  'doctor.lock-free': 'Служба не запущена.',
  'doctor.lock-held':
    '{purpose, select, serve {Служба работает} backup {Идёт резервное копирование} restore {Идёт восстановление} other {Идёт проверка}} (процесс {pid, number, ::group-off}, с {since} UTC{address, select, none {} other {, {address}}}).',
  'doctor.lock-unknown': 'Папка занята, но кем, не записано.',
  'doctor.lock-unknown.advice': 'Повторите через несколько секунд: возможно, служба как раз запускается.',
  'doctor.held': 'База и файлы пока не осмотрены: папка занята.',
  'doctor.held.advice':
    'Если служба только запускается, повторите через минуту; если идёт копирование или восстановление — когда оно закончится.',
  'doctor.rights': 'Папка данных закрыта для посторонних.',
  'doctor.rights-open': '«{path}» могут читать другие пользователи этой машины.',
  'doctor.rights-open.advice': 'Закройте доступ: chmod -R go-rwx на папку данных.',
  'doctor.rights-owner':
    'Папка данных принадлежит другому пользователю (владелец {owner, number, ::group-off}, вы {self, number, ::group-off}).',
  'doctor.rights-owner.advice':
    'Выполняйте команды от имени пользователя службы, например: sudo -u objektiv objektiv doctor …',
  'doctor.database': 'База данных открывается: PostgreSQL {version}, {size, number} МБ.',
  'doctor.database-old': 'Сервер PostgreSQL {version} слишком старый.',
  'doctor.database-old.advice': 'Нужен PostgreSQL 15 или новее.',
  'doctor.database-unsafe': 'У сервера базы данных выключена запись на диск (fsync = off).',
  'doctor.database-unsafe.advice': 'Включите fsync: иначе отключение питания уничтожит базу.',
  'doctor.migrations': 'Схема базы соответствует программе: изменений {count}.',
  'doctor.migrations-missing': 'База старее программы: не применено изменений {missing}.',
  'doctor.migrations-missing.advice': 'Сделайте резервную копию и запустите службу: она применит их сама.',
  'doctor.migrations-newer': 'База новее программы: в ней есть изменение {name}.',
  'doctor.migrations-newer.advice':
    'Запустите ту версию программы, которая работала с этими данными последней.',
  'doctor.migrations-edited': 'Изменение базы {name} отличается от применённого.',
  'doctor.migrations-edited.advice': 'Установите программу заново из неизменённого выпуска.',
  'doctor.guard': 'Доступ по территории проверяется базой во всех таблицах.',
  'doctor.guard-missing': 'Таблица {table} не защищена правилом доступа по территории.',
  'doctor.guard-missing.advice': 'Остановите службу и сообщите разработчикам: так быть не должно.',
  'doctor.guard-role': 'Роль {role}, под которой работает программа, обходит правила доступа.',
  'doctor.guard-role.advice':
    'Снимите с неё права суперпользователя и BYPASSRLS: alter role … nosuperuser nobypassrls.',
  'doctor.clock': 'Часы идут верно.',
  'doctor.clock-apart': 'Часы этой машины и сервера базы расходятся на {seconds} с.',
  'doctor.clock-apart.advice': 'Настройте на обеих синхронизацию времени (chrony, systemd-timesyncd).',
  'doctor.clock-back': 'Часы переведены назад: последняя запись журнала позже, чем сейчас.',
  'doctor.clock-back.advice':
    'Настройте синхронизацию времени: по журналу нельзя будет понять, что было раньше.',
  'doctor.files':
    'Все вложенные файлы на месте: {count, number}{orphans, plural, =0 {} other {, ещё ожидают уборки: #}}.',
  'doctor.files-lost': 'Нет содержимого вложенных файлов: {count, number} (например, {hash}…).',
  'doctor.files-lost.advice':
    'Верните папку files (или хранилище S3) из резервной копии: содержимое файлов не меняется, лишнего не будет.',
  'doctor.files-sample': 'Содержимое файлов цело: проверено {sample}.',
  'doctor.files-damaged':
    'Содержимое повреждено у {count} из {sample} проверенных файлов (например, {hash}…).',
  'doctor.files-damaged.advice': 'Проверьте диск и верните эти файлы из резервной копии.',
  'doctor.address': 'Адрес службы для людей: {address}.',
  'doctor.address-unknown': 'Адрес службы для людей не задан: в письмах не будет верных ссылок.',
  'doctor.address-unknown.advice': 'Задайте OBJEKTIV_URL, например https://objektiv.region.ru.',
  'doctor.address-open': 'Адрес службы без шифрования: {address}.',
  'doctor.address-open.advice':
    'Поставьте впереди обратный прокси с HTTPS и задайте его адрес в OBJEKTIV_URL.',
  'doctor.mail-files': 'Почтовый сервер не задан: письма складываются в папку letters.',
  'doctor.mail': 'Почтовый сервер {server} отвечает.',
  'doctor.mail-away': 'Почтовый сервер {server} не отвечает ({cause}).',
  'doctor.mail-away.advice':
    'Проверьте OBJEKTIV_SMTP_URL и доступ к серверу с этой машины. Неотправленные письма служба повторит сама.',
  'doctor.bucket': 'Хранилище файлов «{bucket}» отвечает.',
  'doctor.bucket-away': 'Хранилище файлов «{bucket}» не отвечает ({cause}).',
  'doctor.bucket-away.advice': 'Проверьте OBJEKTIV_S3_ENDPOINT, ключи доступа и право читать список.',
  'doctor.provider': 'Служба единого входа {issuer} отвечает.',
  'doctor.provider-away': 'Служба единого входа {issuer} не отвечает ({cause}).',
  'doctor.provider-away.advice':
    'Проверьте OBJEKTIV_OIDC_ISSUER и доступ к ней с этой машины. По паролю войти можно и без неё.',
  'doctor.all-fine':
    'Неполадок нет{warnings, plural, =0 {.} one {, но есть # замечание.} few {, но есть # замечания.} many {, но есть # замечаний.} other {, но есть # замечания.}}',
  'problem.part-not-examined': 'Одну из частей не удалось осмотреть: {reason}.',
  'problem.part-not-examined.advice':
    'Исправьте названную причину и запустите проверку ещё раз; остальное осмотрено.',
  'problem.doctor-found':
    '{count, plural, one {Найдена # неполадка} few {Найдено # неполадки} many {Найдено # неполадок} other {Найдено # неполадки}}.',
  'problem.doctor-found.advice': 'Начните с первой: следующие нередко исчезают вместе с ней.',
}

export default texts
