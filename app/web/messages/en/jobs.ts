/** Words of background work, notices and backups. */
export const jobs = {
  'jobs.title': 'Background work',
  'jobs.meaning': 'Long work you have started. It goes on when you close the page.',
  'jobs.any': 'All',
  'jobs.state.queued': 'Waiting',
  'jobs.state.running': 'Going on',
  'jobs.state.done': 'Done',
  'jobs.state.failed': 'Did not work',
  'jobs.state.cancelled': 'Stopped',
  'jobs.open': 'Open',
  'jobs.cancel': 'Stop',
  'jobs.cancelling': 'Stopping',
  'jobs.empty': 'There is no work',
  'jobs.empty-meaning': 'Large loads and calculations appear here: how far they are, what came of them.',

  'notices.title': 'Notices',
  'notices.meaning': 'What changed in the things you answer for. Once a day they come as a letter too.',
  'notices.empty': 'No notices',
  'notices.empty-meaning':
    'What you should know appears here: something was returned, a term comes near, a load has ended.',
  'notices.new': 'New',
  'notices.read': 'Mark as read',
  'notices.read-all': 'Mark all as read',
  'backups.title': 'Backups',
  'backups.meaning':
    'A copy of the whole installation, database and files. It is made while everybody works on.',
  'backups.make': 'Make a backup',
  'backups.making': 'A backup is being made; work can go on.',
  'backups.see-job': 'How far it is',
  'backups.empty': 'No backups yet',
  'backups.empty-meaning': 'Make the first and keep it on another machine: then a broken disk does no harm.',
  'backups.care':
    'A backup holds personal data and secrets of the installation: keep it locked away. The command objektiv restore brings the installation back from it.',
  'backups.when': 'Made',
  'backups.size': 'Size, MB',
  'backups.download': 'Download',
  'backups.remove': 'Remove',
  'backups.remove-question': 'Remove the backup?',
  'backups.remove-loss':
    'The file {name} will be removed from the server, and there will be no way back to that day by it.',
} as const
