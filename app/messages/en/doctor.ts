import type { Catalogue } from '../format.ts'

/** What `objektiv doctor` says. */
const texts: Catalogue = {
  'doctor.runtime': 'Runtime: Node {version}, processor cores: {cores}.',
  'doctor.runtime-old': 'The runtime is too old: Node {version}, needed is {needed}.',
  'doctor.runtime-old.advice':
    'Start the program by its own command objektiv: the right runtime comes with it.',
  'doctor.memory': 'Memory: {memory, number} MB.',
  'doctor.memory-little': 'Memory: {memory, number} MB; {needed, number} MB or more is better.',
  'doctor.memory-little.advice': 'Add memory, or move the database to a PostgreSQL server.',
  'doctor.space': '{free, number} MB are free on the disk of the data folder.',
  'doctor.space-little': 'Only {free, number} MB are free on the disk of the data folder.',
  'doctor.space-little.advice':
    'Free some in time: a backup on this machine takes almost as much as the data themselves.',
  'doctor.space-gone': 'The disk of the data folder is almost full: {free, number} MB.',
  'doctor.space-gone.advice': 'Free some now: without room the database will accept no change.',
  'doctor.folder': 'Data folder “{folder}”, format {format}.',
  'doctor.folder-old': 'The data folder “{folder}” is of an older format: {format}, the program’s is {own}.',
  'doctor.folder-old.advice':
    'Copy the folder and start the service: it brings the folder to the new format.',
  'doctor.restore-unfinished': 'A restore into this folder did not end.',
  'doctor.restore-unfinished.advice': 'Repeat “objektiv restore” with the same file and folder.',
  'doctor.lock-free': 'The service does not run.',
  'doctor.lock-held':
    '{purpose, select, serve {The service runs} backup {A backup is being made} restore {A restore is under way} other {A check is under way}} (process {pid, number, ::group-off}, since {since} UTC{address, select, none {} other {, {address}}}).',
  'doctor.lock-unknown': 'The folder is in use, but it is not written down by whom.',
  'doctor.lock-unknown.advice': 'Repeat in a few seconds: perhaps the service is just starting.',
  'doctor.held': 'The database and the files were not looked at yet: the folder is held.',
  'doctor.held.advice':
    'If the service is only starting, try again in a minute; if a backup or a restoring goes on, when it has ended.',
  'doctor.rights': 'The data folder is closed to others.',
  'doctor.rights-open': 'Other users of this machine can read “{path}”.',
  'doctor.rights-open.advice': 'Close it: chmod -R go-rwx on the data folder.',
  'doctor.rights-owner':
    'The data folder belongs to another user (owner {owner, number, ::group-off}, you are {self, number, ::group-off}).',
  'doctor.rights-owner.advice':
    'Run commands as the user of the service, for example: sudo -u objektiv objektiv doctor …',
  'doctor.database': 'The database opens: PostgreSQL {version}, {size, number} MB.',
  'doctor.database-old': 'The PostgreSQL server {version} is too old.',
  'doctor.database-old.advice': 'PostgreSQL 15 or newer is needed.',
  'doctor.database-unsafe': 'The database server does not write to its disk (fsync = off).',
  'doctor.database-unsafe.advice': 'Turn fsync on: otherwise a power cut destroys the database.',
  'doctor.migrations': 'The schema is that of the program: {count} migrations.',
  'doctor.migrations-missing': 'The database is older than the program: {missing} migrations are missing.',
  'doctor.migrations-missing.advice': 'Make a backup and start the service: it applies them itself.',
  'doctor.migrations-newer': 'The database is newer than the program: it has the migration {name}.',
  'doctor.migrations-newer.advice': 'Run the version of the program that worked with these data last.',
  'doctor.migrations-edited': 'The migration {name} differs from the one that was applied.',
  'doctor.migrations-edited.advice': 'Install the program again from an unchanged release.',
  'doctor.guard': 'The database checks access by territory in all tables.',
  'doctor.guard-missing': 'The table {table} is not guarded by the rule of the territory.',
  'doctor.guard-missing.advice': 'Stop the service and tell the developers: this must not be.',
  'doctor.guard-role': 'The role {role} that the program works as steps past the rules of access.',
  'doctor.guard-role.advice':
    'Take its superuser rights and BYPASSRLS away: alter role … nosuperuser nobypassrls.',
  'doctor.clock': 'The clock is right.',
  'doctor.clock-apart': 'The clocks of this machine and of the database server differ by {seconds} s.',
  'doctor.clock-apart.advice': 'Set up time synchronisation on both (chrony, systemd-timesyncd).',
  'doctor.clock-back': 'The clock was set back: the last line of the log is later than now.',
  'doctor.clock-back.advice': 'Set up time synchronisation: otherwise the log cannot tell what came first.',
  'doctor.files':
    'All attached files are there: {count, number}{orphans, plural, =0 {} other {; waiting to be swept: #}}.',
  'doctor.files-lost': 'Contents of attached files are missing: {count, number} (for example {hash}…).',
  'doctor.files-lost.advice':
    'Bring the folder files (or the S3 bucket) back from a backup: contents never change, so nothing is overwritten.',
  'doctor.files-sample': 'Contents of files are whole: {sample} were checked.',
  'doctor.files-damaged': 'Contents of {count} of {sample} checked files are damaged (for example {hash}…).',
  'doctor.files-damaged.advice': 'Check the disk and bring these files back from a backup.',
  'doctor.address': 'Address of the service for people: {address}.',
  'doctor.address-unknown':
    'The address of the service for people is not set: links in letters will be wrong.',
  'doctor.address-unknown.advice': 'Set OBJEKTIV_URL, for example https://objektiv.region.ru.',
  'doctor.address-open': 'The address of the service is not encrypted: {address}.',
  'doctor.address-open.advice':
    'Put a reverse proxy with HTTPS in front and set its address in OBJEKTIV_URL.',
  'doctor.mail-files': 'No mail server is set: letters are put into the folder letters.',
  'doctor.mail': 'The mail server {server} answers.',
  'doctor.mail-away': 'The mail server {server} does not answer ({cause}).',
  'doctor.mail-away.advice':
    'Check OBJEKTIV_SMTP_URL and the way to the server from this machine. The service repeats unsent letters itself.',
  'doctor.bucket': 'The file store “{bucket}” answers.',
  'doctor.bucket-away': 'The file store “{bucket}” does not answer ({cause}).',
  'doctor.bucket-away.advice': 'Check OBJEKTIV_S3_ENDPOINT, the access keys and the right to list.',
  'doctor.provider': 'The identity provider {issuer} answers.',
  'doctor.provider-away': 'The identity provider {issuer} does not answer ({cause}).',
  'doctor.provider-away.advice':
    'Check OBJEKTIV_OIDC_ISSUER and the way to it from this machine. One can sign in by password without it.',
  'doctor.all-fine':
    'Nothing is wrong{warnings, plural, =0 {.} one {; there is # remark.} other {; there are # remarks.}}',
  'problem.part-not-examined': 'One part could not be looked at: {reason}.',
  'problem.part-not-examined.advice': 'Put the cause right and run the check again; the rest was looked at.',
  'problem.doctor-found': '{count, plural, one {# trouble was} other {# troubles were}} found.',
  'problem.doctor-found.advice': 'Begin with the first: the others often go with it.',
}

export default texts
