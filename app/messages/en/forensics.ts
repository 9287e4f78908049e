import type { Catalogue } from '../format.ts'

const P = '{tiny, select, yes {p < 0.001} other {p = {p, number, ::.000}}}'

const texts: Catalogue = {
  // Titles
  'method.high-mean.title': 'High mean score',
  'method.journal-mismatch.title': 'Mismatch with school marks',
  'method.cohort-rise.title': 'Sharp rise of one cohort',
  'method.cohort-fall.title': 'Sharp fall of one cohort',
  'method.boundary-bunching.title': 'Bunching at mark boundaries',
  'method.task-inversion.title': 'Easy tasks worse, hard tasks better',
  'method.journal-gap.title': 'Mark of the work and mark of the journal',
  'method.reliability.title': 'Reliability of the paper (Cronbach’s alpha)',
  'method.funnel.title': 'Funnel of mean scores',
  'method.task-profile.title': 'Profile of tasks',

  // What a finding says
  'method.high-mean.marked':
    'The mean score {mean, number, ::.0#} (n = {n, number}; from {lower, number, ::.0#} to {upper, number, ::.0#}) is higher than chance of sampling explains: the upper bound of the region is {reference, number, ::.0#}.',
  'method.high-mean.marked-equal':
    'All works (n = {n, number}) have the same score, {mean, number, ::.0#}. There is no spread to judge chance by; by the letter of the method this is a sign, because the score is above the upper bound of the region, {reference, number, ::.0#}.',
  'method.high-mean.not-marked':
    'The mean score is {mean, number, ::.0#} (n = {n, number}; from {lower, number, ::.0#} to {upper, number, ::.0#}); it does not exceed the upper bound of the region, {reference, number, ::.0#}.',
  'method.high-mean.no-interval':
    'The mean score is {mean, number, ::.0#} (n = {n, number}). There is nothing to build an interval from, so the sign is not determined.',
  'method.journal-mismatch.marked':
    'The order of pupils by journal and by score is rather the reverse: the rank correlation is {value, number, ::.00#} (n = {n, number}), corrected for ties {tieCorrected, number, ::.00#}. Any value below zero is a sign.',
  'method.journal-mismatch.not-marked':
    'Journal marks do not contradict the scores: the rank correlation is {value, number, ::.00#} (n = {n, number}), not below zero.',
  'method.journal-mismatch.no-value':
    'Journal marks cannot be compared with scores: only {n, plural, one {# work has} other {# works have}} both, and three are needed.',
  'method.cohort-rise.marked':
    'In the earlier work the cohort scored {before, number, ::percent .0} of the possible points (n = {worksBefore, number}), in this one {after, number, ::percent .0} (n = {worksAfter, number}). The ratio {value, number, ::.00#} is below {reference, number, ::.00#}, where a rise against the other schools counts as sharp.',
  'method.cohort-rise.not-marked':
    'In the earlier work the cohort scored {before, number, ::percent .0} of the possible points (n = {worksBefore, number}), in this one {after, number, ::percent .0} (n = {worksAfter, number}). The ratio {value, number, ::.00#} is not below {reference, number, ::.00#}: no sharp rise.',
  'method.cohort-rise.no-value':
    'The two works cannot be compared: in the earlier one the cohort scored {before, number, ::percent .0} of the possible points (n = {worksBefore, number}), in this one {after, number, ::percent .0} (n = {worksAfter, number}).',
  'method.cohort-fall.marked':
    'In the earlier work the cohort scored {before, number, ::percent .0} of the possible points (n = {worksBefore, number}), in this one {after, number, ::percent .0} (n = {worksAfter, number}). The ratio {value, number, ::.00#} is above {reference, number, ::.00#}, where a fall against the other schools counts as sharp.',
  'method.cohort-fall.not-marked':
    'In the earlier work the cohort scored {before, number, ::percent .0} of the possible points (n = {worksBefore, number}), in this one {after, number, ::percent .0} (n = {worksAfter, number}). The ratio {value, number, ::.00#} is not above {reference, number, ::.00#}: no sharp fall.',
  'method.cohort-fall.no-value':
    'The two works cannot be compared: in the earlier one the cohort scored {before, number, ::percent .0} of the possible points (n = {worksBefore, number}), in this one {after, number, ::percent .0} (n = {worksAfter, number}).',
  'method.boundary-bunching.finding': `Of the works one point short of a mark boundary or just on it (n = {n, number}), {value, number, ::percent .0} are on it (from {lower, number, ::percent .0} to {upper, number, ::percent .0}); in the region, at the same scores, {reference, number, ::percent .0}. Probability of such a share or more in a school like the region: ${P}.`,
  'method.task-inversion.harder-better': `The harder the task, the better the school does compared with the region: with each step of difficulty (one standard deviation) the difference grows by {value, number, ::percent .0} of the maximum (n = {n, number}; from {lower, number, ::percent .0} to {upper, number, ::percent .0} with ordinary differences between schools). Probability of such growth or more in an ordinary school: ${P}.`,
  'method.task-inversion.no-sign': `Compared with the region, the school does no better at hard tasks than at easy ones: with each step of difficulty (one standard deviation) the difference changes by {value, number, ::percent .0} of the maximum (n = {n, number}; from {lower, number, ::percent .0} to {upper, number, ::percent .0} with ordinary differences between schools). Probability of such a value or more in an ordinary school: ${P}.`,
  'method.task-inversion.no-value':
    'There is nothing to hold the profile of tasks against (n = {n, number}): within the schools of the region task results do not vary.',
  'method.journal-gap.finding': `The mark of the work is below the mark of the journal for {lowered, number} of {n, number} ({value, number, ::percent .0}; from {lower, number, ::percent .0} to {upper, number, ::percent .0} with ordinary differences between schools), in the region for {reference, number, ::percent .0}. {far, plural, =0 {No work differs} one {# work differs} other {# works differ}} by two marks or more. Probability of such a share or more in an ordinary school of the region: ${P}.`,

  // Notes beside a number
  'note.small-sample': 'Small sample: {n, plural, one {# work} other {# works}}.',
  'note.single-work': 'One work: there is no interval, the sign is not determined.',
  'note.zero-spread':
    'All works ({n, number}) have the same score, the interval has no width. The sign is determined by the letter of the method.',
  'note.too-few-pairs':
    'Both a journal mark and a score are known for {n, plural, one {# work} other {# works}} only; the coefficient takes three.',
  'note.constant-marks':
    'All journal marks are equal: no relation to the scores can show. The coefficient follows the letter of the method.',
  'note.constant-totals':
    'All scores are equal: no relation to the marks can show. The coefficient follows the letter of the method.',
  'note.boundary-left-out':
    'The boundary of mark “{mark}” is left out: it is one score above the one before, and the same works would count twice.',
  'note.zero-result':
    'Not a point was scored in the second work, so the ratio of the two results does not exist.',
  'note.tasks-missing':
    'Without {tasks, plural, one {# task} other {# tasks}}: the school has no data on them.',
  'note.no-task-variance': 'The ordinary spread over tasks is unknown, no probability was computed.',

  // What a method needs
  'need.totals': 'primary scores',
  'need.journal': 'journal marks',
  'need.scale': 'a scale from scores to marks',
  'need.tasks': 'scores of single tasks',
  'need.two-years': 'works of the same cohort a year earlier',

  // Innocent causes
  'innocent.ordinary-difference':
    'Ordinary differences between schools. The region’s bound allows for chance of sampling only; a good many schools cross it.',
  'innocent.gymnasium': 'A gymnasium, a lyceum or a school with advanced study of the subject.',
  'innocent.small-class': 'A small class: a few pupils change the whole result.',
  'innocent.strong-cohort': 'A strong intake in this very year.',
  'innocent.self-selection': 'Not everybody wrote the work: weaker pupils were ill or absent.',
  'innocent.equal-marks': 'Almost all journal marks are equal, so the order of pupils by them is random.',
  'innocent.journal-other-content':
    'The journal mark is for another period and other topics than the work tests.',
  'innocent.journal-rewards-effort': 'The journal mark counts effort, homework and oral answers.',
  'innocent.shifted-columns': 'A slip or shifted columns when the protocol was filled in.',
  'innocent.different-pupils': 'The cohort changed between the two works: moves, merged or divided classes.',
  'innocent.new-teacher': 'A new teacher or curriculum.',
  'innocent.different-paper': 'The two works test different things or were held in different conditions.',
  'innocent.benefit-of-doubt': 'Markers give the pupil the benefit of the doubt when one point is missing.',
  'innocent.one-marker': 'One person with a marking habit of their own marked all works.',
  'innocent.ability-at-boundary': 'The level of the class happens to lie at the mark boundary.',
  'innocent.topic-just-revised':
    'The topic of the hard tasks was revised lately, that of the easy ones long ago.',
  'innocent.no-room-above': 'At easy tasks a strong school has no room to be better than the region.',
  'innocent.one-teacher': 'One teacher has all classes, and the manner shows in all works.',

  // What would confirm the sign
  'confirm.remark-sample': 'Re-marking a few works drawn at random gives clearly fewer points.',
  'confirm.final-exam-lower':
    'In the final exams (ОГЭ, ЕГЭ) the school’s results are ordinary for the region or lower.',
  'confirm.other-signs': 'The same classes show other signs as well.',
  'confirm.journal-review': 'Marks in the journal are not backed by works of the same period.',
  'confirm.remark-upper-grade': 'Re-marking the second work gives clearly fewer points.',
  'confirm.remark-lower-grade': 'Re-marking the first work gives clearly fewer points.',
  'confirm.remark-boundary': 'Re-marking works just over the boundary takes some of them below it.',
  'confirm.corrections-in-works': 'Corrections stand in those works that are at the boundary.',
  'confirm.remark-hard-tasks': 'Re-marking the hard tasks gives clearly fewer points.',
  'confirm.alike-answers': 'Long answers to the hard tasks agree almost word for word within the class.',
  'confirm.several-subjects': 'The same is seen in other subjects of the class.',

  // What would refute it
  'refute.controlled-procedure': 'A work with independent observers gave a similar result.',
  'refute.final-exam-agrees': 'The final exams (ОГЭ, ЕГЭ) of the same years confirm the high result.',
  'refute.several-years': 'The school is so every year, and re-marking of earlier works confirmed it.',
  'refute.protocol-slip': 'A slip was found in the protocol; once corrected, the contradiction is gone.',
  'refute.cohort-changed': 'More than a third of the class changed within the year.',
  'refute.next-year-holds': 'The new level held in the following year.',
  'refute.remark-agrees': 'Re-marking leaves the works at the boundary with their points.',
  'refute.other-subjects-even': 'Other subjects of the school show no bunching.',
  'refute.lesson-plan':
    'The lesson plan shows that the topic of the hard tasks was covered shortly before the work.',
  'refute.same-profile-controlled': 'A work with independent observers shows the same profile of tasks.',
  'refute.school-own-scale': 'The school has a milder scale of its own for current marks, and it is known.',

  // Sources
  'source.method-2019.high-mean':
    'Method of computing the indicator “Level of objectivity of the assessment of educational results in a constituent entity of the Russian Federation”, 2019, stage 1, signs 1–6 (in Russian).',
  'source.method-2019.journal-mismatch':
    'Method of computing the indicator “Level of objectivity of the assessment of educational results in a constituent entity of the Russian Federation”, 2019, stage 1, signs 7–10 (in Russian).',
  'source.method-2019.cohort-rise':
    'Method of computing the indicator “Level of objectivity of the assessment of educational results in a constituent entity of the Russian Federation”, 2019, stage 1, signs 11–12 (in Russian).',
  'source.method-2019.cohort-fall':
    'Method of computing the indicator “Level of objectivity of the assessment of educational results in a constituent entity of the Russian Federation”, 2019, stage 1, signs 13–14 (in Russian).',
  'source.regulator-2017':
    'Public explanations of Rosobrnadzor on signs of non-objective ВПР results, 2017 (as reported by the press).',
  'source.hyndman-fan-1996':
    'Hyndman R. J., Fan Y. Sample quantiles in statistical packages. The American Statistician, 1996, 50, 361–365 (type 7).',
  'source.clopper-pearson-1934':
    'Clopper C. J., Pearson E. S. The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika, 1934, 26, 404–413.',
  'source.kleinman-1973':
    'Kleinman J. C. Proportions with extraneous variance: single and independent samples. Journal of the American Statistical Association, 1973, 68, 46–54.',
  'source.wilson-1927':
    'Wilson E. B. Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association, 1927, 22, 209–212.',
  'source.cohen-1968': 'Cohen J. Weighted kappa. Psychological Bulletin, 1968, 70, 213–220.',
  'source.stuart-1955':
    'Stuart A. A test for homogeneity of the marginal distributions in a two-way classification. Biometrika, 1955, 42, 412–416.',
  'source.maxwell-1970':
    'Maxwell A. E. Comparing the classification of subjects by two independent judges. British Journal of Psychiatry, 1970, 116, 651–655.',
  'source.dersimonian-laird-1986':
    'DerSimonian R., Laird N. Meta-analysis in clinical trials. Controlled Clinical Trials, 1986, 7, 177–188.',
  'source.spiegelhalter-2005-funnel':
    'Spiegelhalter D. J. Funnel plots for comparing institutional performance. Statistics in Medicine, 2005, 24, 1185–1202.',
  'source.spiegelhalter-2005-overdispersion':
    'Spiegelhalter D. J. Handling over-dispersion of performance indicators. Quality and Safety in Health Care, 2005, 14, 347–351.',
  'source.spiegelhalter-2012':
    'Spiegelhalter D. et al. Statistical methods for healthcare regulation. Journal of the Royal Statistical Society A, 2012, 175, 1–47.',
  'source.benjamini-hochberg-1995':
    'Benjamini Y., Hochberg Y. Controlling the false discovery rate. Journal of the Royal Statistical Society B, 1995, 57, 289–300.',
  'source.cronbach-1951':
    'Cronbach L. J. Coefficient alpha and the internal structure of tests. Psychometrika, 1951, 16, 297–334.',
  'source.own.boundary-bunching':
    'Our own method: exact binomial test on the two scores at each boundary against the region’s share.',
  'source.own.task-inversion':
    'Our own method: slope of the task profile against regional difficulty, with the ordinary difference between schools.',
}

export default texts
