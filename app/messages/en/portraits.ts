import type { Catalogue } from '../format.ts'

/** Portraits of a school, a municipality, the region: everything but the sentences of the areas of interest. */
const texts: Catalogue = {
  'portrait.kind.school': 'Portrait of a school',
  'portrait.kind.municipality': 'Portrait of a municipality',
  'portrait.kind.region': 'Portrait of the region',
  'portrait.lead.school':
    'What can be seen in the results of assessments. A starting point for a conversation, not a grade of the school.',
  'portrait.lead.municipality':
    'What can be seen in the results of assessments. A starting point for a conversation, not a grade of the municipality and its schools.',
  'portrait.lead.region':
    'What can be seen in the results of assessments. A starting point for a conversation, not a grade of the region and its schools.',
  'portrait.section.header': 'Who, and from what data',
  'portrait.section.areas': 'Areas of interest',
  'portrait.section.results': 'Results',
  'portrait.section.schools': 'Schools',
  'portrait.section.distribution': 'Distribution of primary scores',
  'portrait.section.tasks': 'How tasks were done',
  'portrait.section.marks': 'Marks, journal and other years',
  'portrait.section.signals': 'Signs that ask for analysis',
  'portrait.section.conduct': 'Conduct of assessments',
  'portrait.section.measures': 'Measures',
  'portrait.section.notes': 'Notes',

  'portrait.audience.school': 'for the school itself: its results are shown in full',
  'portrait.audience.territory': 'for education authorities: small groups are not shown',
  'portrait.audience.public': 'for the public: small groups and signs are not shown',
  'portrait.header.starting-point':
    'A portrait is a starting point, not a grade. Results of ВПР are not used for measures against teachers and heads. The template is our own: there is no official one.',
  'portrait.header.school': 'School',
  'portrait.header.login': 'Login',
  'portrait.header.kind': 'Kind',
  'portrait.header.locality': 'Locality',
  'portrait.header.municipality': 'Municipality',
  'portrait.header.region': 'Region',
  'portrait.header.schools': 'Schools in the data',
  'portrait.header.contingent': 'Contingent',
  'portrait.header.contingent-none': 'the data have no work that counts',
  'portrait.header.contingent-school':
    'by the data, not by lists of pupils: {works, plural, one {# work} other {# works}} in {sets, plural, one {# set} other {# sets}}; grades: {grades}',
  'portrait.header.contingent-territory':
    'by the data, not by lists of pupils: {works, plural, one {# work} other {# works}} in {sets, plural, one {# set} other {# sets}}; grades: {grades}',
  'portrait.header.registry': 'Registry',
  'portrait.header.unregistered': 'the school is not in the registry: name and municipality are unknown',
  'portrait.header.repeat': 'How to make it again',
  'portrait.header.settings': 'Settings and thresholds',
  'portrait.header.template': 'Template of the portrait',
  'portrait.header.template-version': 'version {version}',
  'portrait.header.replies-on': 'Replies, measures and the federal list as of',
  'portrait.header.audience': 'Meant for',

  'portrait.nothing': 'This run has no work of the school.',
  'portrait.nothing-territory': 'This run has no work of the schools of this territory.',
  'portrait.nothing-shown': 'There is nothing to show: no works, or too few.',
  'portrait.areas.explained':
    'Sentences are chosen by a published list of conditions. What is grey is unremarkable.',
  'portrait.areas.nothing': 'There is nothing that asks for attention.',

  'portrait.results.explained':
    'Mean primary score, its interval and the number of works. There are no places and rankings: only the fifth of the region’s schools into which the mean falls.',
  'portrait.results.explained-territory':
    'Mean primary score, its interval and the number of works. There are no places and rankings; territories stand in the order of the alphabet.',
  'portrait.results.school': 'This school',
  'portrait.results.school-in-fifth': 'This school: {fifth}',
  'portrait.results.municipality': 'Municipality',
  'portrait.results.municipality-of': 'Municipality, {schools, plural, one {# school} other {# schools}}',
  'portrait.results.region': 'Region',
  'portrait.results.region-of': 'Region, {schools, plural, one {# school} other {# schools}}',
  'portrait.results.similar': 'Similar schools (same kind, same locality)',
  'portrait.results.similar-of':
    'Similar schools (same kind, same locality), {schools, plural, one {# school} other {# schools}}',
  'portrait.results.no-similar':
    'No similar schools were found: the registry does not give the kind of the school or its locality.',
  'portrait.results.no-municipality': 'The municipality of the school is unknown: it is not in the registry.',
  'portrait.results.sets': 'Results by set',
  'portrait.results.municipalities': 'Municipalities: {set}',
  'portrait.fifth.1': 'lowest fifth of the region’s schools',
  'portrait.fifth.2': 'second fifth from below of the region’s schools',
  'portrait.fifth.3': 'middle fifth of the region’s schools',
  'portrait.fifth.4': 'second fifth from above of the region’s schools',
  'portrait.fifth.5': 'highest fifth of the region’s schools',

  'portrait.index.title': 'Index of objectivity and its parts',
  'portrait.index.explained':
    'The index is 100 minus the share of schools with at least one sign of the 2019 method. Indices with different numbers of signs are not compared; where schools are few, one of them moves the index by tens of points.',
  'portrait.between.title': 'Differences between schools',
  'portrait.between.explained':
    'Limits and spread are those of the region’s schools. The share between schools (ICC) is the part of the spread of scores that ordinary differences between schools make; schools at the ends are pulled in when it is estimated. Above and below: schools beyond the 99.8% limits.',
  'portrait.funnel.description':
    'Mean score of a school and the number of its works.{known, select, yes { Band: limits of 99.8%, dashed: 95%, with ordinary differences between schools.} other { There is nothing to draw limits from.}}',
  'portrait.funnel.means': 'Mean scores of schools',
  'portrait.funnel.hidden':
    '{count, plural, one {# school is} other {# schools are}} not shown in the funnel: too few works stand behind them, by themselves or by subtraction.',
  'portrait.changes.title': 'Change over years',
  'portrait.changes.one-year': 'There is nothing to compare: every work is in the data for one year only.',
  'portrait.changes.explained':
    'The pupils of each year are others. Years between which the maximum, the scale or the tasks changed are not joined by a line and not compared.',
  'portrait.changes.first': 'first year in the data',
  'portrait.changes.same': 'same maximum, scale and tasks',
  'portrait.changes.gap': 'same maximum, scale and tasks, but years are missing between',
  'portrait.changes.maximum': 'the maximum changed: {before, number} → {after, number}, not comparable',
  'portrait.changes.scale': 'the scale of marks changed: shares of marks are not comparable',
  'portrait.changes.no-scale': 'the scale of marks of one of the years is unknown: compare with caution',
  'portrait.changes.tasks': 'the tasks or their names changed: compare with caution',

  'portrait.distribution.description-school':
    'Bars: the school (n = {n, number}); grey area: the region (n = {region, number}); shares of works by score.{scale, select, yes { Dashed: boundaries of marks.} other {}}{merged, select, yes { Neighbouring scores are taken together so that small groups cannot be seen.} other {}}',
  'portrait.distribution.description-municipality':
    'Bars: the municipality (n = {n, number}); grey area: the region (n = {region, number}); shares of works by score.{scale, select, yes { Dashed: boundaries of marks.} other {}}{merged, select, yes { Neighbouring scores are taken together so that small groups cannot be seen.} other {}}',
  'portrait.distribution.enough':
    'At least {enough, number} works: the shape of the distribution can be read.',
  'portrait.distribution.roughly':
    'Fewer than {enough, number} works (n = {n, number}): the shape of the distribution is seen roughly only.',
  'portrait.distribution.little':
    'Small sample: fewer than {roughly, number} works (n = {n, number}), nothing can be said of the shape of the distribution.',
  'portrait.distribution.no-scale': 'The scale of marks of this set is unknown; no boundaries are shown.',
  'portrait.bunching.title': 'Bunching at boundaries of marks',
  'portrait.bunching.explained-municipality':
    'Bunching over the whole municipality is a finding about how works are marked in it, not about a single school. Compare it with the region’s share, not with one half.',
  'portrait.bunching.explained-region':
    'Bunching over the whole region is a finding about how works are marked in it, not about a single school.',

  'portrait.tasks.recommendation':
    'Recommendation of {year} (known to us second-hand, not a norm): basic level, enough from {baseEnough, number, ::percent .#} of points, insufficient below {baseLow, number, ::percent .#}; advanced and high, enough from {advancedEnough, number, ::percent .#}, insufficient below {advancedLow, number, ::percent .#}. Between them: look closer.',
  'portrait.tasks.none':
    'No tasks can be shown: the protocols have no scores by task, or there are too few works.',
  'portrait.tasks.no-levels':
    'The levels of the tasks of this set are unknown; the recommendation does not apply.',
  'portrait.tasks.small':
    'Small sample: {n, plural, one {# work} other {# works}}. One pupil moves a share by several percentage points.',
  'portrait.tasks.title-school': 'Tasks from easy to hard: school minus region',
  'portrait.tasks.title-municipality': 'Tasks from easy to hard: municipality minus region',
  'portrait.tasks.description':
    'Difference of the shares of points and its 95% interval, n = {n, number}. Zero: as in the region.{levels, select, yes { Under the number of a task stands its level.} other {}}{low, select, yes { Diamond: less than the threshold recommended in {year}.} other {}}',
  'portrait.tasks.enough': 'enough',
  'portrait.tasks.between': 'look closer',
  'portrait.tasks.insufficient': 'insufficient',

  'portrait.journal.title': 'Marks of works and marks of the journal',
  'portrait.journal.none':
    'There is nothing to compare: the data have no journal marks or no scale of marks.',
  'portrait.journal.explained':
    'Lowered: the mark of the work is below the journal; raised: above it. |Δ| ≥ 2: the marks are two or more apart. Causes differ: the journal takes in the whole year, the work one day.',
  'portrait.agreement.title': 'Agreement of external and internal marks by school',
  'portrait.agreement.explained':
    'Rank correlation (Spearman’s r) of journal mark and primary score inside a school, summed up over schools with at least {least, number} pairs. One is full agreement of the order, zero none.',
  'portrait.cohort.title': 'One cohort in two years',
  'portrait.cohort.none': 'The data do not have two years of one cohort.',
  'portrait.cohort.explained':
    'K is the share of the maximum in the earlier work divided by the share in this one: below one is a rise, above one a fall. It is held against the ordinary limits over the region’s schools. Protocols do not link pupils between years.',
  'portrait.external.title': 'ВПР and final exams (ОГЭ, ЕГЭ)',
  'portrait.external.none': 'The run has no exams to hold the ВПР of this school against.',
  'portrait.external.usual': 'National check works lie no further from examinations than is usual.',
  'portrait.external.not-compared':
    'There are examinations, but the works of this school cannot be held against them: it has none, or too few works.',
  'portrait.external.explained':
    'Deviation: by how much the result of ВПР is above what the exam promises, in ordinary spreads of schools: 95% of schools are between −2 and 2. The exam was mostly taken by other pupils.',

  'portrait.source.official': 'method of 2019',
  'portrait.source.own': 'own sign',
  'portrait.signals.title': 'Signs and replies',
  'portrait.signals.explained':
    'A sign is a question to a result, not an answer about a school; it may have harmless causes. Beside each stands how the school’s reply stands.',
  'portrait.signals.none': 'There is no sign that asks for analysis.',
  'portrait.signals.not-public': 'Signs and replies of schools are not published.',
  'portrait.signals.hidden':
    'A sign from few works (fewer than {least, number}): the school and the analyst of the region see the details.',
  'portrait.signals.all-sets': 'The school as a whole',
  'portrait.signals.official':
    'The method of 2019 marks {count, plural, one {# school} other {# schools}} (of {schools, number}).',
  'portrait.signals.own':
    '{count, plural, one {# school has} other {# schools have}} an own sign (of {schools, number}).',
  'portrait.signals.expected-false':
    'Of those with an own sign about {expected, number, ::.0} are expected by chance; at most {budget, number} per 100 honest schools are allowed.',
  'portrait.signals.no-reply-here': 'not known: the run was made without the service',
  'portrait.signals.degree':
    'Degree of oddness {degree} over all sets and channels together (0 is an ordinary school; 95% of honest ones are below 1.6).',
  'portrait.signals.seen': '{title} ({where}): {sentence}',
  'portrait.federal.title': 'Federal list by year',
  'portrait.federal.none': 'The loaded federal lists do not name the school, or no list was loaded.',
  'portrait.federal.none-territory':
    'The loaded federal lists name no school of this territory, or no list was loaded.',
  'portrait.federal.not-named': 'not named',
  'portrait.federal.explained':
    'The list is made by the federal organiser; how it computes the markers is not public. Here it is a statement of others, apart from our own computations.',

  'portrait.conduct.none':
    'Nothing can be said of how procedures were held (observers, video, marking): this part of the product does not exist yet.',
  'portrait.measures.unknown': 'Nothing is known of measures: this was computed without the service.',
  'portrait.measures.none-school': 'Approved plans of the school have no measures.',
  'portrait.measures.none-municipality':
    'Approved plans of the municipality and its schools have no measures.',
  'portrait.measures.none-region': 'Approved plans of the region and its schools have no measures.',
  'portrait.measures.explained':
    'Measures of approved and closed plans; drafts do not count. Accepted: proved, and accepted by the level above.',
  'portrait.measures.title': 'Measures by state',
  'portrait.measures.all': 'All',
  'portrait.measures.addressed': 'Measures that answer signs',
  'portrait.measures.none-addressed': 'No measure of the own plan answers a sign.',
  'portrait.measures.addressed-below':
    'Measures that answer signs in plans of schools: {count, number}, accepted: {accepted, number}.',
  'portrait.measures.open-term': 'no day',
  'portrait.measures.late': '{state}, its term is over',

  'portrait.schools.title': 'Schools and how replies stand',
  'portrait.schools.not-shown':
    'The list of schools is not shown in this portrait: it is not for publication.',
  'portrait.schools.explained':
    'By name, not by the size of a sign. Beside each sign stands how its reply stands. Works are those of the sets in which the school’s number of works may be shown.',
  'portrait.schools.sign': '{set} ({source}) — {reply}',

  'portrait.notes.groups': 'Compared with whom',
  'portrait.notes.groups-school':
    'Region and municipality: all schools with works in the same set, this one among them. Similar schools: of the same kind and locality by the registry, this one among them.',
  'portrait.notes.groups-territory':
    'Region and municipality: all schools with works in the same set. Schools that are not in the registry belong to the region and to no municipality.',
  'portrait.notes.interval':
    'The 95% interval of a mean score is that of the 2019 method: mean ± {factor, number, ::.00}·s/√n over works. Ordinary differences between schools are not in it; the funnel’s limits are for them.',
  'portrait.notes.fifths':
    'A fifth is named where the school has at least {least, number} works: among the region’s schools with as many or more.',
  'portrait.notes.small': 'Small numbers',
  'portrait.notes.small-sample':
    'Fewer than {least, plural, one {# work} other {# works}} is a small sample: one pupil visibly moves the number.',
  'portrait.notes.own-cells':
    'A school sees its own numbers in full. “Few” stands where a group has fewer than {schools, plural, one {# school} other {# schools}} or, without this school, fewer than {least, plural, one {# work} other {# works}}: it would be the results of another school.',
  'portrait.notes.hidden-cells':
    '“Few” stands where fewer than {least, plural, one {# work} other {# works}} or, in a group of schools, fewer than {schools, plural, one {# school} other {# schools}} stand behind a number, and where such a number could be had by subtraction.',
  'portrait.notes.source': 'Where the thresholds come from',
  'portrait.notes.recommendations':
    'Thresholds of tasks, growth of the share of mark 2 and |Δ| ≥ 2 are from the recommendations for schools of {year}, second-hand; the document itself was not at hand. They are a recommendation, not a norm.',
  'portrait.notes.definition': '{title}. {text}',
  'portrait.notes.glossary': 'How it is computed',
}

export default texts
