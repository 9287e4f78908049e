/** Words of analyses: asked for, looked at from every level, compared, published. */
export const screening = {
  'nav.region': 'The territory at a glance',
  'nav.runs': 'Analyses',

  'region.title': 'The territory at a glance',
  'region.meaning': 'What the latest analysis shows in the results of the territory.',
  'region.by-run': 'By the latest analysis:',

  'runs.title': 'Analyses',
  'runs.meaning': 'Every analysis is kept as it was made: data, settings, versions of the methods.',
  'runs.start': 'Begin an analysis',
  'runs.empty': 'No analyses yet',
  'runs.empty-meaning':
    'Once results are loaded and accepted, an analysis shows what in them asks for an explanation.',
  'runs.empty-below': 'They appear here when the region publishes an analysis of results.',
  'runs.name': 'Name',
  'runs.name-hint': 'By it the analysis is known in the list.',
  'runs.name-missing': 'Give the analysis a name.',
  'runs.schools': 'Schools',
  'runs.marked': 'With a sign',
  'runs.signs': 'Schools with signs',
  'runs.signs-official': 'by the 2019 method: {count, number}',
  'runs.signs-own': 'our own: {count, number}',
  'runs.made': 'Made',
  'runs.state.queued': 'Queued',
  'runs.state.running': 'Going on',
  'runs.state.failed': 'Failed',
  'runs.state.cancelled': 'Called off',
  'runs.state.draft': 'Draft',
  'runs.state.published': 'Published',
  'runs.state.superseded': 'There is a later one',
  'runs.data-undone': 'Data undone',
  'runs.to-compare': 'Compare',
  'runs.choose-one': 'Compare: {title}',
  'runs.choose-two': 'Tick two analyses to compare them.',
  'runs.compare-chosen': 'Compare the ticked ones',

  'runs.new-title': 'New analysis',
  'runs.new-meaning':
    'It goes on in the background; the page can be closed. Analysts alone see it until you publish it.',
  'runs.no-batches': 'There is nothing to analyse yet',
  'runs.no-batches-meaning': 'No file of results has been accepted. Load protocols and accept them.',
  'runs.to-imports': 'To the results',
  'runs.what-goes-in': 'Which results',
  'runs.all-batches':
    'All accepted: {count, plural, one {# file} other {# files}}, {works, plural, one {# work} other {# works}}',
  'runs.some-batches': 'Only the chosen ones',
  'runs.set-of-batches':
    '{set}: {count, plural, one {# file} other {# files}}, {works, plural, one {# work} other {# works}}',
  'runs.batches-missing': 'Tick at least one file.',
  'runs.settings': 'Settings',
  'runs.budget': 'False alarms per 100 honest schools',
  'runs.budget-hint': 'How many you are ready to allow among our own signals: 0 to 49. 0 leaves them out.',
  'runs.budget-wrong': 'A number from 0 to 49 is needed.',
  'runs.not-attempted': '«X» (not attempted)',
  'runs.not-attempted.zero': 'zero points',
  'runs.not-attempted.missing': 'no data',
  'runs.not-taught': '«не пройд.» (topic not taught)',
  'runs.not-taught.leave-maximum': 'the task leaves the pupil’s maximum',
  'runs.not-taught.zero': 'zero points',

  'runs.going-meaning': 'The page can be closed: the analysis goes on, and you will find it in the list.',
  'runs.cancel': 'Call off',
  'runs.cancelled-meaning':
    'The analysis was called off and nothing of it is kept. Begin a new one when needed.',
  'runs.draft-meaning': 'This is a draft: it and its signals are seen by the analysts of the region alone.',
  'runs.superseded-by': 'A later analysis of this campaign is published:',
  'runs.undone-meaning':
    'The acceptance of some files was undone after this analysis. The numbers stay as they were but can no longer be relied on: make a new analysis.',

  'runs.publish': 'Publish',
  'runs.publish-question': 'Publish the analysis?',
  'runs.publish-region': 'The ministry and the institute will see the whole analysis.',
  'runs.publish-municipalities':
    '{count, plural, =0 {There are no municipalities in it.} one {# municipality will see its own schools.} other {# municipalities will see their own schools.}}',
  'runs.publish-schools':
    '{count, plural, =0 {No school of the registry is in it.} one {# school will see its own results and signals.} other {# schools will see their own results and signals.}}',
  'runs.publish-signals':
    '{count, plural, =0 {There are no signals in it.} one {# signal will be seen} other {# signals will be seen}}{count, plural, =0 {} other {{schools, plural, one {, of # school.} other {, of # schools.}}}}',
  'runs.publish-unknown':
    '{count, plural, one {# more school is not in the registry: only the region will see it.} other {# more schools are not in the registry: only the region will see them.}}',
  'runs.publish-supersedes':
    'The analysis “{title}” becomes the earlier one. Its signals that nobody was asked about are ended; talks that have begun go on.',
  'runs.publish-forever': 'Publishing cannot be taken back. Only a new analysis can put it right.',

  'runs.found': 'What was found',
  'runs.found-here':
    '{schools, plural, one {# school} other {# schools}} in the analysis; with a sign of the 2019 method in at least one work: {marked, plural, =0 {none} other {#}}.',
  'runs.found-school':
    'Sign of the 2019 method: {marked, plural, =0 {in no work} other {yes}}.{flagged, select, yes { Our own signal: yes.} no { Our own signal: no.} other {}}',
  'runs.flagged-here': 'With our own signal: {count, plural, =0 {none} other {#}}.',
  'runs.not-a-verdict':
    'A sign is a question about a result, not a conclusion about a school: there may be simple causes. The funnel shows where ordinary differences end.',
  'runs.to-signals': 'Signals of this analysis',
  'runs.notes': '{count, plural, one {Note (#)} other {Notes (#)}}',
  'runs.nothing-here': '{unit}: no results in this analysis',
  'runs.nothing-meaning':
    'The schools of this territory did not sit the works of the analysis, or their results were not accepted.',
  'runs.level.region': 'All schools of the region.',
  'runs.level.municipality': 'Schools of the municipality; limits and mean are of the whole region.',
  'runs.level.school': 'One school; limits and mean are of the whole region.',
  'runs.definitions': 'How this is computed',
  'runs.boundaries': 'At the boundaries of marks',
  'runs.boundaries-meaning':
    'How many works fell one point short of the mark and how many just reached it. Bunching over the whole region says something of the region, not of a school.',
  'runs.boundary': 'Boundary',
  'runs.boundary-of': '«{mark}», score {score}',
  'runs.boundary-own': 'Here',
  'runs.boundary-region': 'Region',
  'runs.schools-of-set': 'Schools',
  'runs.works-of-school': 'Works of the school',
  'runs.schools-meaning':
    'By municipality and name, never by the size of a sign. In brackets: 95% interval. The degree is over all works of the school.',
  'runs.school-meaning': 'In brackets: 95% interval.',
  'runs.school-meaning-degree':
    'In brackets: 95% interval. The degree of oddness of the school over all works together is {degree}.',
  'runs.sign': 'Sign',
  'runs.any-school': 'All schools',
  'runs.sign.any': 'With any sign',
  'runs.sign.official': 'By the 2019 method',
  'runs.sign.own': 'With our own signal',
  'runs.own-sign': 'Own signal',
  'runs.mean': 'Mean score',
  'runs.region-mean': 'Region',
  'runs.not-in-registry': 'not in the registry',
  'runs.few-hidden': 'fewer than 5 works',
  'runs.small-sample': 'small sample',
  'runs.index': 'Index of the 2019 method',
  'runs.index-meaning':
    '100 minus the share of schools with at least one of the 14 signs. By name, not by size: one school moves the index of a small territory by tens of points.',
  'runs.index-none': 'There is nothing in this analysis to compute the index from.',
  'runs.index-signs': 'Signs that the data allow: {signs} of 14.',
  'runs.index-value': 'Index',
  'runs.interval': '95% interval',
  'runs.territory': 'Territory',
  'runs.year': 'Year',
  'runs.few-schools': 'few schools',

  'runs.silent': 'What was not computed',
  'runs.silent-meaning':
    'A channel is silent where it has no data. That does not mean that all is usual: it means that it did not look.',
  'runs.channel': 'Channel',
  'runs.why': 'Why',
  'runs.where': 'Where',
  'runs.how-made': 'How the analysis was made',
  'runs.how-made-meaning': 'With this, anyone gets the same numbers from the same files.',
  'runs.record': 'Method, versions and parameters',
  'runs.files': '{count, plural, one {# file} other {# files}}',
  'runs.works': '{count, plural, one {# work} other {# works}}',

  'compare.title': 'Comparison of analyses',
  'compare.meaning': 'What was done otherwise, which data went in, and where the outcome differs.',
  'compare.before': 'Earlier',
  'compare.after': 'Later',
  'compare.settings': 'Settings',
  'compare.setting': 'Setting',
  'compare.same-settings': 'Settings and versions of the methods are the same.',
  'compare.data': 'Data',
  'compare.files-both':
    '{count, plural, =0 {No file is in both.} one {# file is in both.} other {# files are in both.}}',
  'compare.files-before':
    '{count, plural, one {# file in the earlier alone} other {# files in the earlier alone}}',
  'compare.files-after':
    '{count, plural, one {# file in the later alone} other {# files in the later alone}}',
  'compare.sets-before':
    '{count, plural, one {# work in the earlier alone} other {# works in the earlier alone}}',
  'compare.sets-after': '{count, plural, one {# work in the later alone} other {# works in the later alone}}',
  'compare.sets': 'Works in both',
  'compare.schools': 'Schools where something changed',
  'compare.moved-of':
    '{measured, plural, one {# school has} other {# schools have}} a degree in both; it moved by half an ordinary spread or more in {moved, plural, one {# school} other {# schools}}.',
  'compare.change': 'What changed',
  'compare.any-change': 'Any change',
  'compare.newly-marked': 'Sign appeared',
  'compare.no-longer-marked': 'Sign gone',
  'compare.newly-flagged': 'Own signal appeared',
  'compare.no-longer-flagged': 'Own signal gone',
  'compare.moved': 'Degree moved',
  'compare.no-schools': 'There are no such schools',
  'compare.stays': 'stays',
  'compare.appeared': 'appeared',
  'compare.gone': 'gone',

  'definitions.title': 'How this is computed',
  'definitions.meaning': 'Every number of an analysis in words, with its source.',
  'definitions.methods': 'Methods and measures',
  'definitions.channels': 'Channels of our own signals',
  'definitions.channels-meaning':
    'Each looks at one side of a result. Together they give the degree of a school; what a channel cannot see stands below it.',
  'definitions.sources': 'Source:',
} as const
