import type { Catalogue } from '../format.ts'

/** Notices (`notice.<kind>`, each a whole sentence) and the letters that carry them. */
const texts: Catalogue = {
  'notice.returned': 'Returned for revision: {what}. Reason: {reason}',
  'notice.due-tomorrow': 'Due tomorrow: {what}.',
  'notice.accepted': 'Accepted: {what}.',
  'notice.role-given': 'You were given a role: {what}. Given by {by}.',
  'notice.role-taken':
    'A role is yours no longer: {what}. Taken back by {by}.{why, select, yes { Reason: {reason}} other {}}',
  'notice.password-reset-offered':
    'A link to set a new password{factor, select, dropped { and to switch off the second factor} other {}} was made for you by {by}. If you did not ask for it, tell an administrator.',
  'notice.email-changed':
    'The e-mail by which you sign in was changed by {by}. If you did not ask for it, tell an administrator.',
  'notice.invitation-accepted': 'Invitation accepted: {name}, {what}.',
  'notice.session-elsewhere':
    'Your session turned up in another browser (address {address}), so it was ended. If that was not you, change your password.',
  'notice.registry-committed': 'The registry was brought up to date from the file “{file}” by {by}.',
  'notice.registry-undone':
    'The import of the registry from the file “{file}” was undone by {by}.{why, select, yes { Reason: {reason}} other {}}',
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
