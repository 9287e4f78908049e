import type { Catalogue } from '../format.ts'

/** The published list of sentences of “Areas of interest”. Every number comes with its works and interval. */
const texts: Catalogue = {
  'portrait.sample.n': 'n = {n, number}',
  'portrait.sample.interval': '95% from {lower} to {upper}',
  'portrait.sample.small': 'small sample',

  'portrait.area.mean.above998':
    'The mean score {mean, number, ::.00} ({sample}) is higher than ordinary differences between schools make it: the 99.8% limits for so many works run from {rareFrom, number, ::.00} to {rareTo, number, ::.00}, the region’s mean is {region, number, ::.00}.',
  'portrait.area.mean.below998':
    'The mean score {mean, number, ::.00} ({sample}) is lower than ordinary differences between schools make it: the 99.8% limits for so many works run from {rareFrom, number, ::.00} to {rareTo, number, ::.00}, the region’s mean is {region, number, ::.00}. This is a reason to help, not a reproach.',
  'portrait.area.mean.above95':
    'The mean score {mean, number, ::.00} ({sample}) is somewhat above the 95% limits, {usualFrom, number, ::.00} to {usualTo, number, ::.00}; the region’s mean is {region, number, ::.00}. One ordinary school in twenty is outside them by chance.',
  'portrait.area.mean.below95':
    'The mean score {mean, number, ::.00} ({sample}) is somewhat below the 95% limits, {usualFrom, number, ::.00} to {usualTo, number, ::.00}; the region’s mean is {region, number, ::.00}. One ordinary school in twenty is outside them by chance.',
  'portrait.area.mean.inside':
    'The mean score {mean, number, ::.00} ({sample}) is within ordinary differences between schools; the region’s mean is {region, number, ::.00}.',
  'portrait.area.mean.unknown':
    'The mean score is {mean, number, ::.00} ({sample}), the region’s {region, number, ::.00}. There is nothing to draw limits of ordinary differences from.',

  'portrait.area.tasks.base-insufficient':
    'Of {all, plural, one {# task} other {# tasks}} of basic level {count, plural, one {# was} other {# were}} done below {threshold, number, ::percent .#} (No. {names}), which the recommendation of {year} calls insufficient. The smallest share of points: task {weakest}, {share, number, ::percent .} ({sample}).{hidden, plural, =0 {} one { The share of # more task is not shown.} other { The shares of # more tasks are not shown.}}',
  'portrait.area.tasks.base-done':
    'No task of basic level was done below {threshold, number, ::percent .#} (of {all, number}). The smallest share of points: task {weakest}, {share, number, ::percent .} ({sample}).{hidden, plural, =0 {} one { The share of # more task is not shown.} other { The shares of # more tasks are not shown.}}',
  'portrait.area.tasks.advanced-insufficient':
    'Of {all, plural, one {# task} other {# tasks}} of advanced and high level {count, plural, one {# was} other {# were}} done below {threshold, number, ::percent .#} (No. {names}), which the recommendation of {year} calls insufficient. The smallest share of points: task {weakest}, {share, number, ::percent .} ({sample}).{hidden, plural, =0 {} one { The share of # more task is not shown.} other { The shares of # more tasks are not shown.}}',
  'portrait.area.tasks.advanced-done':
    'No task of advanced and high level was done below {threshold, number, ::percent .#} (of {all, number}). The smallest share of points: task {weakest}, {share, number, ::percent .} ({sample}).{hidden, plural, =0 {} one { The share of # more task is not shown.} other { The shares of # more tasks are not shown.}}',
  'portrait.area.tasks.few':
    'There are few works ({n, plural, one {# work} other {# works}}): they cannot tell whether single tasks were done well enough.',

  'portrait.area.lowered.more':
    'The mark of the work is below the journal more often than in the region: in {share, number, ::percent .} of works ({sample}), in the region in {reference, number, ::percent .}.',
  'portrait.area.lowered.usual':
    'The mark of the work is below the journal no more often than usual: in {share, number, ::percent .} of works ({sample}), in the region in {reference, number, ::percent .}.',
  'portrait.area.far.some':
    'Work and journal are {far, plural, one {# mark} other {# marks}} or more apart in {count, plural, one {# case} other {# cases}}, {share, number, ::percent .} of works ({sample}). The recommendation of {year} is to look into each.',
  'portrait.area.far.none':
    'No work is {far, plural, one {# mark} other {# marks}} or more apart from the journal ({sample}).',
  'portrait.area.boundary.more':
    'Of the works at boundaries of marks, {share, number, ::percent .} stand exactly on the boundary ({sample}); by the region’s share {reference, number, ::percent .} would be expected. Chance does not explain it; a harmless cause is the benefit of the doubt.',
  'portrait.area.boundary.usual':
    'Of the works at boundaries of marks, {share, number, ::percent .} stand exactly on the boundary ({sample}); by the region’s share {reference, number, ::percent .} would be expected. Within chance.',
  'portrait.area.inversion.harder-better':
    'Hard tasks were done better than expected from the easy ones: with each ordinary step of difficulty the advantage over the region grows by {value, number, ::percent .0} of the possible points ({sample}). The topics may have been revised just before.',
  'portrait.area.inversion.usual':
    'Hard and easy tasks relate as in the region: the change per ordinary step of difficulty is {value, number, ::percent .0} of the possible points ({sample}).',
  'portrait.area.twos.more':
    'The share of mark 2 grew: {before, number, ::percent .} in {year} ({beforeSample}), now {now, number, ::percent .} ({nowSample}). The recommendation of {recommended}: growth by {points, plural, one {# percentage point} other {# percentage points}} or more is a reason to look into it. Pupils and tasks differ between the years.',
  'portrait.area.twos.usual':
    'The share of mark 2: {before, number, ::percent .} in {year} ({beforeSample}), now {now, number, ::percent .} ({nowSample}); it did not grow by {points, plural, one {# percentage point} other {# percentage points}} or more.',

  'portrait.area.signs.some':
    '{count, plural, one {# sign asks} other {# signs ask}} for analysis. How replies stand: {replies}. A sign is a question to a result, not an answer about a school.',
  'portrait.area.signs.none':
    'There is no sign that asks for analysis. The methods do not see everything: this is no proof, only the absence of questions.',
  'portrait.area.federal.listed':
    'The federal list names the school in {count, plural, one {# year} other {# years}}: {years}; running up to the last loaded one: {running, plural, =0 {none} one {# year} other {# years}}. This is a statement of the federal organiser and was not computed here.',
  'portrait.area.federal.none': 'The loaded federal lists do not name the school, or no list was loaded.',
  'portrait.area.hidden':
    'Results of {count, plural, one {# set} other {# sets}} are not shown: fewer than {least, plural, one {# work} other {# works}} stand behind them, by themselves or by subtraction. The school itself sees them all.',
  'portrait.area.missing':
    'The run has {count, plural, one {# set} other {# sets}} without works of the school: {sets}. If the school has such classes, check whether their protocol was loaded.',

  'portrait.area.territory.outside':
    'Beyond ordinary differences (99.8%): {above, plural, one {# school} other {# schools}} above, {below, plural, one {# school} other {# schools}} below (of {schools, number}). By chance about {expected, number, ::.0#} would be at either side.',
  'portrait.area.territory.outside-none':
    'No school is beyond ordinary differences (99.8%) (of {schools, number}).',
  'portrait.area.territory.bunching':
    'At the boundary of mark {mark} {below, plural, =0 {there are {at, number} works with {score, plural, one {# point} other {# points}} and none with {before, number}} other {there are {ratio, number, ::.0} times as many works with {score, plural, one {# point} other {# points}} as with {before, number}: {at, number} and {below, number}}}. Exactly on the boundary stand {share, number, ::percent .} of both ({sample}). This is a finding about {level, select, region {the region as a whole} other {the municipality as a whole}}, not about a single school.',
  'portrait.area.territory.bunching-none':
    'There is no sharp bunching at boundaries of marks; it is strongest at mark {mark}: exactly on the boundary stand {share, number, ::percent .} of the works with {score, number} points or one less ({sample}).',
  'portrait.area.territory.between':
    'Ordinary differences between schools are {icc, number, ::percent .0} of the spread of scores ({schools, plural, one {# school} other {# schools}}, n = {works, number}).',
  'portrait.area.territory.lowered':
    'The mark of the work is below the journal in {share, number, ::percent .} of works ({sample}).',
  'portrait.area.territory.far':
    'Work and journal are two marks or more apart in {count, plural, one {# case} other {# cases}}, {share, number, ::percent .0} of works ({sample}).',

  'portrait.area.index.below-region':
    'The index of {year} is {index, number, ::.0} (95% from {lower, number, ::.0} to {upper, number, ::.0}; {schools, plural, one {# school} other {# schools}}{small, select, yes {, small sample} other {}}; {signs, number} of {known, number} signs): below the region’s {region, number, ::.0} by more than chance explains.',
  'portrait.area.index.as-region':
    'The index of {year} is {index, number, ::.0} (95% from {lower, number, ::.0} to {upper, number, ::.0}; {schools, plural, one {# school} other {# schools}}{small, select, yes {, small sample} other {}}; {signs, number} of {known, number} signs); the region’s is {region, number, ::.0}. It is not clearly below the region.',
  'portrait.area.index.region':
    'The index of {year} is {index, number, ::.0} (95% from {lower, number, ::.0} to {upper, number, ::.0}; {schools, plural, one {# school} other {# schools}}{small, select, yes {, small sample} other {}}; {signs, number} of {known, number} signs).',
}

export default texts
