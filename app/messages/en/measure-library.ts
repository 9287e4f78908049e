import type { Catalogue } from '../format.ts'

/** Library of measures: the name of each kind, its words for a plan, and what proves it. */
const texts: Catalogue = {
  'measure-library-term.autumn': 'August – September',
  'measure-library-term.september': 'September',
  'measure-library-term.october': 'October',
  'measure-library-term.winter': 'January – February',
  'measure-library-term.spring': 'January – March',
  'measure-library-term.march': 'March',
  'measure-library-term.summer': 'May – June',
  'measure-library-term.june': 'June',
  'measure-library-term.year': 'throughout the school year',
  'measure-library-term.always': 'always',
  'measure-library-term.quarterly': 'every quarter',
  'measure-library-term.twice': 'twice a year',
  'measure-library-term.case': 'as signs are found',
  'measure-library-term.before-vpr': '2 weeks before ВПР',
  'measure-library-term.vpr': 'by the schedule of ВПР',
  'measure-library-term.after-vpr': 'within 10 working days of ВПР',
  'measure-library-term.before-ege': '2 weeks before ЕГЭ',

  'measure-library.procedure-regulation.title': 'Regional rules of conduct',
  'measure-library.procedure-regulation.text':
    'Approve the rules by which ВПР are written in the region and bring them to municipalities and schools',
  'measure-library.procedure-regulation.evidence': 'Order approving the rules',
  'measure-library.checklists.title': 'Checklists',
  'measure-library.checklists.text':
    'Draw up checklists by which a school, an observer and a municipality verify that ВПР are written honestly',
  'measure-library.checklists.evidence': 'Files of the checklists',
  'measure-library.motivating-monitoring.title': 'Motivating monitoring',
  'measure-library.motivating-monitoring.text':
    'Compare the regional indicators of effectiveness with those of the motivating monitoring and bring them up to date',
  'measure-library.motivating-monitoring.evidence': 'Order with the list of indicators',
  'measure-library.portraits.title': 'Portraits of schools and municipalities',
  'measure-library.portraits.text':
    'Prepare portraits of schools and municipalities, discuss them with those they describe and gather remarks',
  'measure-library.portraits.evidence': 'Portraits and the remarks received',
  'measure-library.expert-training.title': 'Training experts and teachers in marking',
  'measure-library.expert-training.text':
    'Train teachers and experts to mark works by criteria, those of schools with signs first',
  'measure-library.expert-training.evidence': 'Order of enrolment and list of those trained',
  'measure-library.qualification-system.title': 'Further training',
  'measure-library.qualification-system.text':
    'Plan further training of teachers and heads by their difficulties and follow its progress',
  'measure-library.qualification-system.evidence': 'Plan of courses and a note on its progress',
  'measure-library.cause-analysis.title': 'Analysis of causes',
  'measure-library.cause-analysis.text':
    'Find out together with the school what explains the sign: conduct, marking, the class itself or other causes',
  'measure-library.cause-analysis.evidence': 'Note on the causes with conclusions',
  'measure-library.re-marking.title': 'Selective re-marking',
  'measure-library.re-marking.text':
    'Have some works of the school marked again by teachers who do not work there, and compare the scores',
  'measure-library.re-marking.evidence': 'Note on re-marking: how many works, how many scores changed',
  'measure-library.school-observation.title': 'Observation at the school',
  'measure-library.school-observation.text':
    'Send observers to the school on the days of the works and while they are marked',
  'measure-library.school-observation.evidence': 'Minutes of observation',
  'measure-library.independent-check.title': 'Independent check work',
  'measure-library.independent-check.text':
    'Hold a short observed work on the same material in the classes with the sign and compare the outcomes',
  'measure-library.independent-check.evidence': 'Note comparing the two works',
  'measure-library.addressed-recommendations.title': 'Addressed recommendations',
  'measure-library.addressed-recommendations.text':
    'Give the school recommendations that follow from its results and agree on their term',
  'measure-library.addressed-recommendations.evidence': 'Recommendations sent to the school',
  'measure-library.low-results-schools.title': 'Help for schools of low results',
  'measure-library.low-results-schools.text':
    'Give a school of low results a curator and draw up a plan of support with it',
  'measure-library.low-results-schools.evidence': 'Plan of support and a note on its progress',
  'measure-library.municipal-roadmap.title': 'Municipal roadmap',
  'measure-library.municipal-roadmap.text':
    'Adopt the plan of the municipality for objective assessment with the tasks of the region in it',
  'measure-library.municipal-roadmap.evidence': 'Approved plan of the municipality',
  'measure-library.procedure-schedule.title': 'Schedule of works',
  'measure-library.procedure-schedule.text':
    'Agree on days and hours of the works in all schools so that there are enough observers and markers',
  'measure-library.procedure-schedule.evidence': 'Approved schedule',
  'measure-library.school-recommendations.title': 'Recommendations to schools',
  'measure-library.school-recommendations.text':
    'Prepare short recommendations to schools on conducting and marking works honestly',
  'measure-library.school-recommendations.evidence': 'Text of the recommendations',
  'measure-library.conduct-control.title': 'Control of conduct',
  'measure-library.conduct-control.text':
    'Check how schools keep the rules while works are written and marked, beginning with schools with signs',
  'measure-library.conduct-control.evidence': 'Note on the check',
  'measure-library.commissions.title': 'Independent subject commissions',
  'measure-library.commissions.text':
    'Set up commissions in which the works of a class are marked by teachers who do not teach it',
  'measure-library.commissions.evidence': 'Order naming the commissions',
  'measure-library.observers.title': 'Public observation',
  'measure-library.observers.text':
    'Invite public observers to the works and their marking, gather and discuss their remarks',
  'measure-library.observers.evidence': 'Minutes of the observers',
  'measure-library.observer-training.title': 'Training observers',
  'measure-library.observer-training.text':
    'Teach observers the rules of the works and their own rights, give out their cards',
  'measure-library.observer-training.evidence': 'List of those trained',
  'measure-library.observer-schedule.title': 'Schedule of observers',
  'measure-library.observer-schedule.text':
    'Assign observers to schools and days, leaving out relatives and colleagues',
  'measure-library.observer-schedule.evidence': 'Approved schedule of observation',
  'measure-library.upload-control.title': 'Control of uploading',
  'measure-library.upload-control.text':
    'See that schools upload their forms with results in time and without errors, and help those behind',
  'measure-library.upload-control.evidence': 'Note on the terms of uploading',
  'measure-library.no-sanctions.title': 'No sanctions for results of ВПР',
  'measure-library.no-sanctions.text':
    'Lay down that neither teachers nor heads are punished for, or compared by, results of ВПР',
  'measure-library.no-sanctions.evidence': 'Order or letter to schools',
  'measure-library.information.title': 'Explaining',
  'measure-library.information.text':
    'Tell teachers, pupils and parents what the check works are for and how to read their results',
  'measure-library.information.evidence': 'Links to publications',
  'measure-library.positive-attitude.title': 'Attitude to honest assessment',
  'measure-library.positive-attitude.text':
    'Hold meetings, workshops and round tables on what honest assessment gives to a school',
  'measure-library.positive-attitude.evidence': 'Note on the meetings with the number of people',
  'measure-library.vpr-for-parents.title': 'ВПР for parents',
  'measure-library.vpr-for-parents.text':
    'Let parents write a work in the form of ВПР themselves and discuss it',
  'measure-library.vpr-for-parents.evidence': 'Link to the story of the event',
  'measure-library.heads-meeting.title': 'Meeting of heads of schools',
  'measure-library.heads-meeting.text':
    'Discuss with heads of schools what the last year has shown and how to prepare for the works of this one',
  'measure-library.heads-meeting.evidence': 'Minutes of the meeting',
  'measure-library.methodical-meeting.title': 'Meeting of a teachers’ association',
  'measure-library.methodical-meeting.text':
    'Agree in the teachers’ associations on marking open answers in one way',
  'measure-library.methodical-meeting.evidence': 'Minutes of the meeting',
  'measure-library.deficits-monitoring.title': 'Study of teachers’ difficulties',
  'measure-library.deficits-monitoring.text':
    'Learn what teachers find hardest and take it into account when courses are chosen',
  'measure-library.deficits-monitoring.evidence': 'Note on difficulties, without names',
  'measure-library.teacher-help.title': 'Help to teachers',
  'measure-library.teacher-help.text':
    'Help the teachers of a school with signs to mark: consultations, works gone through together',
  'measure-library.teacher-help.evidence': 'Note on the consultations held',
  'measure-library.subject-workshops.title': 'Subject workshops',
  'measure-library.subject-workshops.text':
    'Show in workshops how to teach the topics that are mastered worst',
  'measure-library.subject-workshops.evidence': 'Programme and list of participants',
  'measure-library.practices-bank.title': 'Bank of good practices',
  'measure-library.practices-bank.text':
    'Gather the ways of schools where honest assessment has become a habit, and share them',
  'measure-library.practices-bank.evidence': 'Link to the bank of practices',
  'measure-library.departmental-control.title': 'Departmental control of using results',
  'measure-library.departmental-control.text':
    'Check how schools use results of external works and hold them against their own marks',
  'measure-library.departmental-control.evidence': 'Note on the control',
  'measure-library.management-decisions.title': 'Management decisions',
  'measure-library.management-decisions.text':
    'Decide after the year what to change in conducting works, who does it and by when',
  'measure-library.management-decisions.evidence': 'Order after the year',
  'measure-library.medal-control.title': 'Control of medals',
  'measure-library.medal-control.text':
    'Hold the marks of those in line for a medal against their examinations and look into the differences',
  'measure-library.medal-control.evidence': 'Note on the candidates, without names',
  'measure-library.exam-point-training.title': 'Rehearsals of examination points',
  'measure-library.exam-point-training.text':
    'Hold at least two rehearsals of the examination with the staff of the points and go through the failures',
  'measure-library.exam-point-training.evidence': 'Minutes of the rehearsals',
  'measure-library.computer-exam-readiness.title': 'Readiness for the computer examination',
  'measure-library.computer-exam-readiness.text':
    'Check computers, network and programs of the points where informatics is taken on a computer',
  'measure-library.computer-exam-readiness.evidence': 'Acts of readiness of the points',
  'measure-library.results-analysis.title': 'Analysis of results',
  'measure-library.results-analysis.text':
    'Go through results of ВПР, ОГЭ and ЕГЭ by school and topic, name strengths and gaps',
  'measure-library.results-analysis.evidence': 'Analytic note',
  'measure-library.results-note.title': 'Note on results',
  'measure-library.results-note.text':
    'Write a note on the results of the year’s procedures and send it to schools',
  'measure-library.results-note.evidence': 'Note with number and date',
  'measure-library.objectivity-note.title': 'Note on objectivity',
  'measure-library.objectivity-note.text':
    'Describe what was done for honest conduct, what observers noticed and what re-marking showed',
  'measure-library.objectivity-note.evidence': 'Note with number and date',
  'measure-library.objectivity-monitoring.title': 'Monitoring of objectivity',
  'measure-library.objectivity-monitoring.text':
    'Gather the indicators of objectivity of all schools and check the documents',
  'measure-library.objectivity-monitoring.evidence': 'Table of the indicators',
  'measure-library.monitoring-analysis.title': 'Analysis of the monitoring',
  'measure-library.monitoring-analysis.text':
    'Compare the indicators of objectivity with the last year and name which measures helped and which did not',
  'measure-library.monitoring-analysis.evidence': 'Analytic note',
  'measure-library.analysis-recommendations.title': 'Recommendations after the analysis',
  'measure-library.analysis-recommendations.text':
    'Write to each school after the analysis what to attend to in the new year',
  'measure-library.analysis-recommendations.evidence': 'Recommendations to schools',

  'measure-library.mark-review.title': 'Comparison of marks',
  'measure-library.mark-review.text':
    'Compare marks in the journal with marks of external works and discuss differences with the teachers',
  'measure-library.mark-review.evidence': 'Note on the comparison, without names',
  'measure-library.school-plan.title': 'Plan of the school',
  'measure-library.school-plan.text': 'Adopt the school’s plan for raising the objectivity of assessment',
  'measure-library.school-plan.evidence': 'Order with the plan',
  'measure-library.procedure-orders.title': 'Orders on conduct',
  'measure-library.procedure-orders.text':
    'Issue orders on each procedure: when it takes place, who answers and what the rules are',
  'measure-library.procedure-orders.evidence': 'Numbers and dates of the orders',
  'measure-library.objectivity-order.title': 'Order on objectivity',
  'measure-library.objectivity-order.text': 'Issue an order on how the school ensures objective assessment',
  'measure-library.objectivity-order.evidence': 'Number and date of the order',
  'measure-library.study-guidance.title': 'Study of rules and criteria',
  'measure-library.study-guidance.text':
    'Go through the rules of the works and the criteria of marking with organisers and markers',
  'measure-library.study-guidance.evidence': 'Minutes signed by those who took part',
  'measure-library.conduct.title': 'Conduct by the rules',
  'measure-library.conduct.text':
    'Hold the works exactly by the rules: seating, organisers who do not teach the subject, time',
  'measure-library.conduct.evidence': 'Order naming organisers and rooms',
  'measure-library.conflict-of-interest.title': 'No conflict of interest',
  'measure-library.conflict-of-interest.text':
    'See that no organiser or marker has an interest in the result of the class',
  'measure-library.conflict-of-interest.evidence': 'Order assigning organisers and markers',
  'measure-library.video.title': 'Video',
  'measure-library.video.text':
    'Record the rooms while works are written and where they are marked; keep the recordings',
  'measure-library.video.evidence': 'Note on the recordings and how long they are kept',
  'measure-library.materials-safety.title': 'Safety of materials',
  'measure-library.materials-safety.text':
    'Keep tasks and codes so that nobody sees them before the work begins, and note who had them',
  'measure-library.materials-safety.evidence': 'Order naming those who answer for materials',
  'measure-library.no-coaching.title': 'No coaching',
  'measure-library.no-coaching.text':
    'Give up coaching for the tasks of the works: teach the subject by its programme, not by sample tasks',
  'measure-library.no-coaching.evidence': 'Order or decision of the pedagogical council',
  'measure-library.private-results.title': 'Results to each in person',
  'measure-library.private-results.text':
    'Tell a result to the pupil and the parents alone and do not discuss it in public',
  'measure-library.private-results.evidence': 'Note on how results were told',
  'measure-library.parents-meetings.title': 'Parents’ meetings',
  'measure-library.parents-meetings.text':
    'Explain at parents’ meetings how the works go and what their result affects',
  'measure-library.parents-meetings.evidence': 'Minutes of the meetings',
  'measure-library.pupils-meetings.title': 'Class hours',
  'measure-library.pupils-meetings.text':
    'Talk with pupils in class hours about why one writes the work oneself',
  'measure-library.pupils-meetings.evidence': 'Plan and topics of the class hours',
  'measure-library.pedagogical-council.title': 'Pedagogical council',
  'measure-library.pedagogical-council.text':
    'Discuss the results of the works, their causes and what the school will change in the pedagogical council',
  'measure-library.pedagogical-council.evidence': 'Minutes of the council',
  'measure-library.risk-seminar.title': 'Seminar on risks',
  'measure-library.risk-seminar.text':
    'Go through with teachers at which steps assessment may be distorted and how to avoid it',
  'measure-library.risk-seminar.evidence': 'Programme and list of participants',
  'measure-library.mutual-visits.title': 'Mutual visits to lessons',
  'measure-library.mutual-visits.text':
    'Visit each other’s lessons and discuss how a teacher marks and explains the mark',
  'measure-library.mutual-visits.evidence': 'Sheets of the visits',
  'measure-library.weighted-marking.title': 'Weighted marking',
  'measure-library.weighted-marking.text':
    'Introduce common criteria of marks and a weight of each kind of work, adopted by an act of the school',
  'measure-library.weighted-marking.evidence': 'Order approving the rules',
  'measure-library.in-school-control.title': 'In-school control',
  'measure-library.in-school-control.text':
    'Take into the school’s control how teachers mark and how they use results of works',
  'measure-library.in-school-control.evidence': 'Note after the control',
  'measure-library.revised-programmes.title': 'Revised work programmes',
  'measure-library.revised-programmes.text':
    'Put hours into the work programmes for topics that the works show to be mastered less well',
  'measure-library.revised-programmes.evidence': 'Order on the changes',
  'measure-library.individual-routes.title': 'Individual routes',
  'measure-library.individual-routes.text':
    'Draw up individual routes for pupils who need help and discuss them with their parents',
  'measure-library.individual-routes.evidence': 'Sample of a route and the number of pupils, without names',
  'measure-library.gap-help.title': 'Closing gaps',
  'measure-library.gap-help.text': 'Find gaps by diagnostic works and hold lessons for those who need them',
  'measure-library.gap-help.evidence': 'Note on the lessons',
  'measure-library.open-assessment.title': 'Open assessment',
  'measure-library.open-assessment.text':
    'Show criteria of marks, sample works and the schedule of assessment on the school’s site',
  'measure-library.open-assessment.evidence': 'Link to the page',
  'measure-library.stimulus.title': 'Regulations on incentives',
  'measure-library.stimulus.text':
    'Change the regulations on incentives: reward honest assessment and work with results, not a high score',
  'measure-library.stimulus.evidence': 'Order changing the regulations',
}

export default texts
