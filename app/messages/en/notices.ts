import type { Catalogue } from '../format.ts'

/** Notices (`notice.<kind>`, each a whole sentence) and the letters that carry them. */
const texts: Catalogue = {
  'notice.returned': 'Returned for revision: {what}. Reason: {reason}',
  'notice.due-tomorrow': 'Due tomorrow: {what}.',
  'notice.accepted': 'Accepted: {what}.',
  'letter.greeting': 'Good day!',
  'letter.digest.subject': 'Objektiv: {count, plural, one {# new message} other {# new messages}}',
  'letter.digest.intro': 'This is new for you in Objektiv and not read yet:',
  'letter.urgent.subject':
    'Objektiv: {kind, select, returned {returned for revision} dueTomorrow {due tomorrow} other {needs your attention}}',
  'letter.urgent.intro': 'This letter came at once because it should not wait:',
  'letter.more': 'And {count, plural, one {# more message} other {# more messages}} in Objektiv.',
  'letter.footer':
    'The letter was written by the program; there is no need to reply. All messages are in Objektiv: {url}',
  'problem.mail-settings-wrong': 'Mail is not set up: the value of {name} does not fit.',
  'problem.mail-settings-wrong.advice':
    'OBJEKTIV_SMTP_URL is the address of the mail server, such as smtp://name:password@server:587; OBJEKTIV_MAIL_FROM is the address of the sender. Without them letters are laid into the folder letters as files.',
}

export default texts
