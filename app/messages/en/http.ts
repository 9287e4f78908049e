import type { Catalogue } from '../format.ts'

const valueAdvice = 'Correct it and send it again.'

/** What the service answers when a request cannot be served. */
const texts: Catalogue = {
  'http.quote-id': 'Reference code: {id}.',
  'problem.not-signed-in': 'You need to sign in.',
  'problem.not-signed-in.advice': 'Sign in with your account and try again.',
  'problem.right-missing': 'Your role does not give this right.',
  'problem.right-missing.advice': 'If you need it for your work, ask the administrator.',
  'problem.not-by-token': 'This cannot be done by a key for programs.',
  'problem.not-by-token.advice': 'Do it yourself: sign in through a browser.',
  'problem.not-found': 'There is no such record, or you cannot see it.',
  'problem.not-found.advice': 'Check the address. The record may belong to another territory.',
  'problem.already-there': 'Such a record exists already.',
  'problem.already-there.advice': 'Find it by search and change it instead of creating a second one.',
  'problem.changed-by-another':
    'Somebody changed the record while you were editing. Your changes are not saved.',
  'problem.changed-by-another.advice': 'Look at their changes and make yours again.',
  'problem.request-value-missing': 'The value is missing or of another kind.',
  'problem.request-value-missing.advice': valueAdvice,
  'problem.request-value-short':
    'Too short: at least {minimum, plural, one {# character} other {# characters}}.',
  'problem.request-value-short.advice': valueAdvice,
  'problem.request-value-long':
    'Too long: at most {maximum, plural, one {# character} other {# characters}}.',
  'problem.request-value-long.advice': valueAdvice,
  'problem.request-value-small': 'The value is below the least allowed ({minimum}).',
  'problem.request-value-small.advice': valueAdvice,
  'problem.request-value-large': 'The value is above the most allowed ({maximum}).',
  'problem.request-value-large.advice': valueAdvice,
  'problem.request-value-email': 'This is not an e-mail address.',
  'problem.request-value-email.advice': valueAdvice,
  'problem.request-value-date': 'This is not a date.',
  'problem.request-value-date.advice': valueAdvice,
  'problem.request-value-choice':
    '“{column}”: there is no such value in the list.{values, select, none {} other { It may be: {values}.}}',
  'problem.request-value-choice.advice': valueAdvice,
  'problem.request-value-unknown': 'This field is not expected.',
  'problem.request-value-unknown.advice': valueAdvice,
  'problem.request-value-other': 'The value does not fit.',
  'problem.request-value-other.advice': valueAdvice,
  'problem.request-unreadable': 'The request could not be read.',
  'problem.request-unreadable.advice': 'Reload the page and try again.',
  'problem.foreign-origin': 'The request came from a foreign page.',
  'problem.foreign-origin.advice': 'Open Objektiv in its own window and repeat it from there.',
  'problem.too-large': 'The file or request is too large.',
  'problem.too-large.advice': 'Make the file smaller or split it.',
  'problem.too-many-requests': 'Too many requests in a row.',
  'problem.too-many-requests.advice': 'Wait a little and try again.',
  'problem.service-stopping': 'The service is stopping.',
  'problem.service-stopping.advice': 'Try again in a minute.',
  'problem.fault': 'The program made an error. Your data is safe.',
  'problem.fault.advice': 'Try again later. If it happens again, give the administrator the reference code.',
  'problem.database-unreachable': 'The database cannot be reached ({cause}).',
  'problem.database-unreachable.advice': 'Check DATABASE_URL and that the PostgreSQL server is running.',
  'problem.database-newer': 'The database is newer than the program: it holds the change {migration}.',
  'problem.database-newer.advice': 'Start the version of the program that last worked with this data.',
  'problem.migration-edited': 'The database change {migration} differs from the one that was applied.',
  'problem.migration-edited.advice': 'Install the program again from an unchanged release.',
}

export default texts
