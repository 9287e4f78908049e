import type { Catalogue } from '../format.ts'

const askSender = 'Ask whoever sent the link for a new one.'
const askAdministrator = 'Ask an administrator.'

/** People, roles, signing in: what the server says. */
const texts: Catalogue = {
  'role.administrator': 'Administrator',
  'role.administrator.about': 'Keeps the registry of organisations, invites people and gives roles.',
  'role.ministry': 'Ministry',
  'role.ministry.about': 'Sees the results of the whole region, without rows of single participants.',
  'role.analyst': 'Analyst of the assessment centre',
  'role.analyst.about': 'Loads protocols, looks for signals, leads their study.',
  'role.institute': 'Teacher-training institute',
  'role.institute.about': 'Sees results and recommendations, helps schools with measures.',
  'role.municipality': 'Municipal education authority',
  'role.municipality.about': 'Sees the results of its schools, invites their heads, accepts reports.',
  'role.methodist': 'Methodologist',
  'role.methodist.about': 'Helps the schools of their territory with analysis and plans.',
  'role.head': 'Head of a school',
  'role.head.about': 'Sees the data of their school, replies to signals, approves the plan.',
  'role.coordinator': 'Coordinator',
  'role.coordinator.about': 'Prepares replies, plans and reports of their organisation.',
  'role.expert': 'Expert of a subject commission',
  'role.expert.about': 'Marks the works handed to them.',
  'role.observer': 'Public observer',
  'role.observer.about': 'Notes how a procedure is carried out.',

  'accounts.grant':
    '{role} — {unit}{kind, select, region {, the whole region} municipality {, all its schools} other {}}',
  'accounts.grant-until':
    '{role} — {unit}{kind, select, region {, the whole region} municipality {, all its schools} other {}}, until {date} inclusive',

  'right.unit.read': 'see organisations and find them by search',
  'right.unit.edit': 'edit the registry: names, codes, tags, dates',
  'right.registry.import': 'load the registry of organisations from a spreadsheet',
  'right.registry.export': 'export the registry of organisations',
  'right.person.read': 'see the people of their territory',
  'right.person.invite': 'invite people by a link',
  'right.person.edit': 'correct names, suspend access, help those who forgot their password',
  'right.role.grant': 'give roles and take them back',
  'right.history.read': 'see the history of a record',
  'right.audit.read': 'read the log of acts',
  'right.file.read': 'open attached files',
  'right.file.write': 'attach files',
  'right.job.read': 'see how long work is going',
  'right.token.make': 'make keys for other programs',
  'right.setting.read': 'see the settings',
  'right.setting.edit': 'change the settings',
  'right.backup.make': 'make a backup',
  'right.procedure.read': 'see campaigns, assessments and their dates',
  'right.procedure.edit': 'keep campaigns, dates and specifications of papers',
  'right.results.import': 'load files of results (a school: its own only)',
  'right.results.decide': 'accept loaded files and undo the acceptance',
  'right.results.received': 'see which schools have sent their results',
  'right.results.remind': 'remind schools of results not sent',
  'right.run.read': 'see the published analysis of results',
  'right.run.start': 'start an analysis, compare and publish it',
  'right.signal.read': 'see signals and the replies of schools',
  'right.signal.ask': 'ask a school for an explanation',
  'right.signal.forward': 'pass a request on to the school with words of one’s own',
  'right.signal.comment': 'add a view to a signal',
  'right.signal.reply': 'reply on behalf of the school',
  'right.signal.close': 'return a reply and end a signal',
  'right.participant.read': 'see rows of participants by code (a school: its own; every reading is logged)',
  'right.federal-list.read': 'see the federal list of schools',
  'right.federal-list.import': 'load the federal list of schools',

  'letter.invitation.subject': 'Invitation to Objektiv',
  'letter.invitation.text':
    'Hello {name},\n\n{inviter} invites you to work in Objektiv.\nYour role: {grant}.\n\nOpen the link and choose a password:\n{link}\n\nThe link is good for two weeks and works once. If you did not expect this letter, delete it.',
  'letter.reset.subject': 'A new password for Objektiv',
  'letter.reset.text':
    'Hello,\n\n{sender} has sent you a link to set a new password:\n{link}\n\nThe link is good for a day and works once. If you did not ask for it, tell an administrator.',

  'problem.sign-in-failed': 'The e-mail or the password does not fit.',
  'problem.sign-in-failed.advice':
    'Check the keyboard layout and Caps Lock. If you forgot the password, ask an administrator for a link to set a new one.',
  'problem.sign-in-locked':
    'Too many failed attempts. The next one is possible in {minutes, plural, one {# minute} other {# minutes}}.',
  'problem.sign-in-locked.advice':
    'Wait and try again. If it was not you who tried, tell an administrator: the account is safe, but somebody is interested in it.',
  'problem.sign-in-busy': 'Too many people are signing in at once.',
  'problem.sign-in-busy.advice': 'Try again in a minute.',
  'problem.sign-in-again': 'Too much time or too many attempts passed between the password and the code.',
  'problem.sign-in-again.advice': 'Enter e-mail and password again.',
  'problem.person-blocked': 'Access to this account is suspended.',
  'problem.person-blocked.advice': askAdministrator,
  'problem.session-elsewhere':
    'This session was opened in another browser and turned up here. We ended it and wrote that down.',
  'problem.session-elsewhere.advice':
    'Sign in again. If you did not carry the session over yourself, change your password and tell an administrator.',
  'problem.grant-ended': 'The role you were acting through is no longer in force.',
  'problem.grant-ended.advice': 'Reload the page and choose another role.',

  'problem.second-factor-wrong': 'The code does not fit.',
  'problem.second-factor-wrong.advice':
    'Enter the code that the app shows now; each code works once. Check that the clock of the phone is right.',
  'problem.second-factor-locked': 'Too many wrong codes.',
  'problem.second-factor-locked.advice': 'Wait a quarter of an hour and try again.',
  'problem.second-factor-needed': 'This role needs a code from the authenticator app.',
  'problem.second-factor-needed.advice': 'Set up the second step on your own page, or enter a code.',
  'problem.second-factor-on': 'The second step is set up already.',
  'problem.second-factor-on.advice': 'To use another phone, remove the former one first.',
  'problem.second-factor-off': 'The second step is not set up.',
  'problem.second-factor-off.advice': 'Set it up on your own page.',

  'problem.password-short':
    'The password has {length, plural, one {# character} other {# characters}}, at least {least} are needed.',
  'problem.password-short.advice':
    'Several words in a row are easiest to remember, four random ones for instance.',
  'problem.password-long': 'The password is longer than {most} characters.',
  'problem.password-long.advice': 'Take a shorter one.',
  'problem.password-personal': 'The password is made of your name or e-mail.',
  'problem.password-personal.advice': 'Choose words that have nothing to do with you.',
  'problem.password-common':
    'This password is easily guessed: it is put together from words, rows of keys or dates that are tried first.',
  'problem.password-common.advice': 'Take several words that do not usually stand together.',
  'problem.password-wrong': 'The present password is wrong.',
  'problem.password-wrong.advice': 'Check the keyboard layout and enter it again.',

  'problem.link-unknown': 'There is no such link.',
  'problem.link-unknown.advice': 'Check that it was copied as a whole.',
  'problem.link-used': 'This link has been used.',
  'problem.link-used.advice': 'If it was you, simply sign in. If not, tell an administrator.',
  'problem.link-expired': 'This link has expired.',
  'problem.link-expired.advice': askSender,
  'problem.link-revoked': 'This link was withdrawn.',
  'problem.link-revoked.advice': askSender,
  'problem.invitation-sign-in': 'This e-mail has an account already.',
  'problem.invitation-sign-in.advice': 'Sign in to it and open the link again: the role is added to yours.',
  'problem.invited-already': 'An invitation of {email} to this role is open already.',
  'problem.invited-already.advice': 'Find it in the list and renew the link.',

  'problem.grant-above-own': 'You cannot give this role: it is above your own.',
  'problem.grant-above-own.advice': askAdministrator,
  'problem.grant-not-here': 'This role is not given at this level.',
  'problem.grant-not-here.advice': 'The page «Who may do what» shows where it is given.',
  'problem.grant-to-oneself': 'Nobody gives a role to themselves.',
  'problem.grant-to-oneself.advice': 'Ask another administrator.',
  'problem.grant-dates': 'The role ends before it begins.',
  'problem.grant-dates.advice': 'Correct the dates.',
  'problem.grant-stands': 'The person has this role already.',
  'problem.grant-stands.advice': 'For other dates, take the present one back first.',
  'problem.last-administrator': 'This is the last administrator of the region.',
  'problem.last-administrator.advice': 'Appoint another one first, or nobody could let people in.',
  'problem.person-not-yours': 'You cannot change this person.',
  'problem.person-not-yours.advice':
    'Their roles are above yours or reach another territory too. Ask an administrator of the region.',

  'problem.token-rights': 'The key cannot have the right «{right}».',
  'problem.token-rights.advice': 'Leave only what you may do yourself. A key cannot make keys.',
  'problem.token-expiry': 'The key must expire in the future and within {days} days.',
  'problem.token-expiry.advice': 'Choose a nearer day. When it has passed, make a new key.',

  'problem.provider-away': 'The external sign-in service does not answer.',
  'problem.provider-away.advice': 'Sign in with your password, or try again in a few minutes.',
}

export default texts
