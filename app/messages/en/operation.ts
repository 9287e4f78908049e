import type { Catalogue } from '../format.ts'

/** Running the service: the data folder, backups, settings, the check of an installation. */
const texts: Catalogue = {
  'serve.demo-preparing': 'Preparing the demo region…',
  'serve.address': 'Objektiv is open: {address}',
  'serve.setup-link':
    'Open this link to name the region and make its first administrator. It works once:\n  {link}',
  'serve.demo-shown':
    'The demo region is filled: a campaign, its files, an analysis, questions to schools and a plan.',
  'serve.demo-not-shown': 'The demo region was not filled to the end: you can walk a campaign yourself.',
  'serve.demo-accounts': 'Sign in as any of these; all have the password {password}',
  'serve.how-to-stop': 'Press Ctrl+C to stop.',
  'serve.stopping': 'Stopping: finishing what was begun…',
  'command.backup-done':
    'The backup is ready: {file}. Rows: {rows, number}, files: {files, number}, time: {seconds, number, ::.0} s. It holds personal data and secrets: keep it locked away.',
  'command.restore-done':
    'Restored into “{data}” as of {made}: {rows, number} rows. Check it: objektiv doctor --data {data}',
  'command.restore-closed':
    'Revoked, so that nothing closed after the backup opens again: {tokens, plural, one {# key for programs} other {# keys for programs}}, {invitations, plural, one {# invitation} other {# invitations}}. Make anew those that are needed.',
  'job.backups.make': 'Backup',
  'backups.made': 'The backup “{name}” is ready, {megabytes, number} MB.',
  'problem.backup-failed': 'The backup did not come about: {reason}',
  'problem.backup-failed.advice': 'Earlier backups are whole. Put the cause right and make it again.',
  'problem.backup-unnamed': 'The file of the backup is not named.',
  'problem.backup-unnamed.advice':
    'Name it after the command, for example: objektiv backup copy.tar.gz --data FOLDER.',

  'progress.backup-table': 'Copying the table “{detail}”',
  'progress.backup-files': 'Copying attached files',
  'progress.backup-batches': 'Copying batches of results',
  'progress.restore-verify': 'Checking the backup',
  'progress.restore-unpack': 'Restoring the data',
  'progress.restore-migrate': 'Bringing the database to this version of the program',

  'problem.folder-no-rights': 'The data folder “{folder}” cannot be opened or changed ({cause}).',
  'problem.folder-no-rights.advice':
    'Run the service as the owner of this folder, or give the folder to its user (chown).',
  'problem.folder-foreign': 'The folder “{folder}” holds something else, for example “{name}”.',
  'problem.folder-foreign.advice': 'Name a new or an empty folder with --data.',
  'problem.folder-newer':
    'The data folder “{folder}” is newer than the program: its format is {format}, the program knows format {own}.',
  'problem.folder-newer.advice':
    'Run the version of the program that worked with these data last, or a newer one.',
  'problem.folder-in-use':
    'The data folder “{folder}” is in use: {purpose, select, serve {the service runs in it} backup {a backup is being made} restore {a restore is under way} doctor {it is being checked} other {another process works with it}}{pid, plural, =0 {} other { (process {pid, number, ::group-off}, since {since} UTC)}}{address, select, none {} other {{address}}}.',
  'problem.folder-in-use.advice':
    'Wait for it to end, or stop that process. The service needs the whole folder: two processes would destroy the database.',
  'problem.folder-no-lock': 'The folder “{folder}” cannot be locked ({cause}).',
  'problem.folder-no-lock.advice':
    'It is probably a network disk. Move the data folder to a disk of this machine: a database is not safe on a network disk.',
  'problem.restore-unfinished': 'A restore into the folder “{folder}” did not end.',
  'problem.restore-unfinished.advice':
    'Repeat “objektiv restore” with the same file and folder: it begins anew.',
  'problem.installation-broken': 'The file that describes the data folder cannot be read.',
  'problem.installation-broken.advice':
    'Do not edit it by hand. Take it from a copy of the folder, or restore a backup into a new folder.',
  'problem.secrets-broken': 'The file with the secrets of the installation cannot be read.',
  'problem.secrets-broken.advice':
    'Take it from a backup. Do not make a new one: second factors of sign-in would no longer work.',
  'problem.service-silent': 'The service runs but does not answer the command ({cause}).',
  'problem.service-silent.advice':
    'Run the command as the same user as the service. If that does not help, restart the service.',
  'problem.no-installation': 'There is no installation of Objektiv in the folder “{folder}”.',
  'problem.no-installation.advice':
    'Check the path after --data. A new installation is made by objektiv serve --data FOLDER.',
  'problem.database-of-another': 'The database belongs to another installation of Objektiv.',
  'problem.database-of-another.advice':
    'Nothing was changed. Check --data and DATABASE_URL: folder and database must be of one installation (the folder has the number {own}, the database {found}). For a new installation make a new database (createdb).',
  'problem.demo-in-earnest': 'The folder “{folder}” was made for real work: the demo region is not put here.',
  'problem.demo-in-earnest.advice': 'Name a new folder with --data, or start the service without --demo.',
  'problem.database-address-missing':
    'The database of this installation is on a PostgreSQL server, and DATABASE_URL is not set.',
  'problem.database-address-missing.advice': 'Set DATABASE_URL as for the service and repeat the command.',

  'problem.backup-running': 'A backup is being made already.',
  'problem.backup-running.advice': 'Wait for it: two at once would be in each other’s way.',
  'problem.backup-exists': 'The file “{file}” exists already.',
  'problem.backup-exists.advice': 'Choose another name: a finished backup is not overwritten.',
  'problem.backup-foreign': 'The file “{file}” is not a backup of Objektiv.',
  'problem.backup-foreign.advice': 'Name a file made by “objektiv backup”.',
  'problem.backup-damaged': 'The backup “{file}” is damaged or was not copied whole ({what}).',
  'problem.backup-damaged.advice':
    'Nothing was restored. Take it again from where it is kept, or use the one before it.',
  'problem.backup-newer': 'The backup “{file}” was made by a newer version of the program.',
  'problem.backup-newer.advice': 'Install the version that made it, or a newer one.',
  'problem.restore-not-empty': 'The folder “{place}” is not empty: it holds “{name}”.',
  'problem.restore-not-empty.advice':
    'A restore overwrites nothing. Name a new folder, and keep the old one until you have seen that all is there.',
  'problem.restore-database-not-empty': 'The database that DATABASE_URL names is not empty.',
  'problem.restore-database-not-empty.advice':
    'Make a new database (createdb) and name it: a restore overwrites nothing.',

  'problem.configuration-value':
    'The environment variable {name} is not right{given, select, none {} other { (“{given}”)}}. Expected: {kind, select, postgres {an address like postgres://user:password@server/database} web {an address like https://server} smtp {an address like smtp://user:password@server:587} mail {the sender’s address, for example objektiv@region.ru} yesNo {yes or no} timeZone {a time zone, for example Asia/Yekaterinburg} other {a value that is not empty}}.',
  'problem.configuration-value.advice': 'Correct it in the settings of the service and start it again.',
  'problem.configuration-together': 'The variable {name} is set, but has no effect without {other}.',
  'problem.configuration-together.advice': 'Set both, or remove the first.',
  'problem.configuration-unknown': 'The program knows no environment variable {name}.',
  'problem.configuration-unknown.advice':
    'Check the spelling: all names are listed in docs/administrators.md.',
  'problem.port-taken': 'Port {port, number, ::group-off} at {host} is taken by another program.',
  'problem.port-taken.advice': 'Name another one with --port, or stop that program.',
  'problem.port-refused':
    'The service cannot listen at port {port, number, ::group-off} of {host} ({cause}).',
  'problem.port-refused.advice':
    'Ports below 1024 are for the administrator of the system: take a higher one and put a reverse proxy in front.',
}

export default texts
