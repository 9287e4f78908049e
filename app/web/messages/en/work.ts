/** Words of «Моя работа» and of the log. */
export const work = {
  'work.title': 'My work',
  'work.returned': 'Awaiting my answer',
  'work.due': 'Terms of replies',
  'work.check': 'To check',
  'work.nothing-waits': 'Nothing waits for you now',
  'work.nothing-waits-meaning':
    'What is asked of you, given back or sent for your check will stand here with its term.',
  'work.notices': 'New notices',
  'work.all-notices': 'All notices',
  'work.all-jobs': 'All background work',

  'first.title': 'Where to begin',
  'first.meaning': 'Three steps, and everybody can work here.',
  'first.done': 'done',
  'first.registry': 'Load the registry of schools',
  'first.registry-meaning':
    'An Excel or CSV table: municipalities, schools, logins. You see every remark before anything is loaded.',
  'first.people': 'Invite colleagues',
  'first.people-meaning': 'Analysts, municipalities, schools. Each gets a link and chooses a password.',
  'first.factor': 'Set up the second step of signing in',
  'first.factor-meaning': 'So that a password alone is not enough for a stranger.',

  'audit.title': 'Log of actions',
  'audit.meaning':
    'Who changed or read what on your territory, and when. The log itself is never changed; anonymising a former employee replaces nothing in it but name and e-mail.',
  'audit.when': 'When',
  'audit.who': 'Who',
  'audit.what': 'What was done',
  'audit.where': 'Where',
  'audit.request': 'Code',
  'audit.subject': 'About',
  'audit.action': 'Action',
  'audit.any': 'Any',
  'audit.from': 'From',
  'audit.to': 'To',
  'audit.only-theirs': 'Show only what this person did',
  'audit.left-out': 'What is not told here',
  'audit.left-out-meaning':
    'Your role does not open these records, so there are no lines about them here: {subjects}. The log keeps them; whoever may read the records sees them.',
  'audit.empty': 'There are no such entries',
  'audit.empty-meaning': 'Every change, and every reading of data about participants, comes here by itself.',
} as const
