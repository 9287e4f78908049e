import type { Catalogue } from '../format.ts'

const texts: Catalogue = {
  'plan.untitled': 'No title of the plan was found',
  'plan.period':
    'Period: {start} – {end}{source, select, terms { (from the terms of the measures)} approval { (from the date of approval)} other {}}',
  'plan.approval': 'Approval: {words}',
  'plan.abbreviations': 'Abbreviations: {words}',
  'plan.count':
    '{count, plural, one {# measure} other {# measures}}{doubtful, plural, =0 {} one {, # to be looked at} other {, # to be looked at}}',
  'plan.written':
    'Written to {file}: {count, plural, one {# measure} other {# measures}}{doubtful, plural, =0 {.} one {. # needs a look: run “objektiv plan read”.} other {. # need a look: run “objektiv plan read”.}}',
  'plan.term': 'Term: {value}',
  'plan.place': 'Place: {value}',
  'plan.participants': 'Participants: {value}',
  'plan.responsible': 'Responsible: {value}',
  'plan.expected': 'Expected result: {value}',
  'plan.note': 'Note: {value}',
  'plan.completion': 'Completion: {value}',

  'plan.level.region': 'region',
  'plan.level.municipality': 'municipality',
  'plan.level.school': 'school',

  'plan.kind.date': 'date',
  'plan.kind.deadline': 'not later than',
  'plan.kind.range': 'range',
  'plan.kind.months': 'months',
  'plan.kind.recurring': 'recurring',
  'plan.kind.open': 'no end date',
  'plan.kind.by-procedure': 'by the schedule of a procedure',
  'plan.kind.by-event': 'by an event',
  'plan.kind.unknown': 'not recognised',

  'plan.field.number': 'number',
  'plan.field.section': 'section',
  'plan.field.year': 'year',
  'plan.field.text': 'measure',
  'plan.field.term': 'term',
  'plan.field.plannedStart': 'start',
  'plan.field.plannedFinish': 'finish',
  'plan.field.responsible': 'responsible',
  'plan.field.participants': 'participants',
  'plan.field.expectedResult': 'expected result',

  'plan.doubt.number-repeated': 'the section has this number already',
  'plan.doubt.number-restored': 'the spreadsheet shortened the number; restored by its place',
  'plan.doubt.year-repeated': 'the document prints this year a second time',
  'plan.doubt.empty': 'not given',
  'plan.doubt.term-unsure': 'read with an assumption, please check',
  'plan.doubt.period-assumed': 'no year is given; taken from other dates of the document',
  'plan.doubt.joined': 'put together from two rows, check where they join',
  'plan.doubt.cells-guessed': 'the columns are mixed in the text, their borders are guessed',
  'plan.doubt.columns-guessed': 'the table has no headings, its columns are told by what stands in them',
  'plan.doubt.maybe-heading': 'this may be a heading',
  'plan.doubt.cell-without-heading': 'the column has no heading; its words are kept in the note',

  'problem.plan-action': 'There is nothing like «{given}» to do with a plan.',
  'problem.plan-action.advice': 'run «objektiv plan read FILE» or «objektiv plan convert FILE OUT.docx».',
  'problem.plan-file-unnamed': 'No file of a plan is named.',
  'problem.plan-file-unnamed.advice': 'run «objektiv plan read FILE».',
  'problem.plan-out-unnamed': 'No file is named to write the plan to.',
  'problem.plan-out-unnamed.advice': 'run “objektiv plan convert FILE OUT.docx” (or .pdf, .xlsx).',
  'problem.plan-out-kind': 'The name {file} does not say what to make: a Word document, a PDF or a workbook.',
  'problem.plan-out-kind.advice': 'End the name with .docx, .pdf or .xlsx.',
  'problem.plan-out-exists': 'The file {file} is there already.',
  'problem.plan-out-exists.advice': 'Choose another name: a finished file is not overwritten.',
  'problem.plan-period': 'The period «{given}» is not understood.',
  'problem.plan-period.advice':
    'write, for example, --period 2021-2022 (a school year) or --period 2021 (a calendar year).',
  'problem.plan-encrypted': 'The file «{file}» is protected by a password.',
  'problem.plan-encrypted.advice':
    'Open it with the password, save it without protection (a PDF: Print, then Save as PDF) and try again.',
  'problem.plan-word-macros': 'The file «{file}» has macros and is not read.',
  'problem.plan-word-macros.advice':
    'Open it and save it as a Word document (.docx) or an Excel workbook (.xlsx): the words stay, the macros go.',
  'problem.plan-word-damaged': 'The file «{file}» is damaged or was not downloaded to its end.',
  'problem.plan-word-damaged.advice':
    'Get it again from whoever sent it. If Word opens it, save it anew as a Word document (.docx).',
  'problem.plan-word-old': 'The file «{file}» is an old Word document (.doc) or RTF.',
  'problem.plan-word-old.advice': 'Open it in Word or LibreOffice and save it as .docx.',
  'problem.plan-pdf-damaged': 'The file «{file}» is a damaged PDF, or was not downloaded whole.',
  'problem.plan-pdf-damaged.advice':
    'Get it again from whoever sent it. If it opens on the screen, save it anew (Print, then Save as PDF).',
  'problem.plan-pdf-long': 'The file «{file}» has more than {pages} pages: that is no plan.',
  'problem.plan-pdf-long.advice': 'Keep the pages of the plan only (Print, then Pages, then Save as PDF).',
  'problem.plan-pdf-letters':
    'The letters of the file «{file}» are drawn without their codes: they are seen and cannot be read.',
  'problem.plan-pdf-letters.advice':
    'Take the Word file it was made from, or recognise the text as of a scan and save it as .docx or as a PDF with text.',
  'problem.plan-scan': 'The file «{file}» has no text: its pages are pictures (a scan).',
  'problem.plan-scan.advice':
    'Take the Word file it was made from, or recognise the text of the scan and save it as .docx or as a PDF with text.',
  'problem.plan-file-kind':
    'The file «{file}» does not fit: {kind, select, xls {it is an old workbook (.xls)} html {it is a web page} xml {it is XML} zip {it is an archive without a Word document} odf {it is an OpenDocument file (.odt, .ods)} other {it is neither a document nor text}}.',
  'problem.plan-file-kind.advice': 'Save the plan as .docx, .pdf, .xlsx or .txt.',
  'problem.plan-empty': 'The file «{file}» has no words.',
  'problem.plan-empty.advice': 'Check that it is the right file; if it is a scan, recognise its text.',
  'problem.plan-header-missing': 'The file «{file}» has a table, but no row of headings was found in it.',
  'problem.plan-header-missing.advice':
    'Add a row that names the columns: «№», «Мероприятие», «Срок», «Ответственные».',
  'problem.plan-without-tables':
    'The file «{file}» has neither a table of measures nor addressed recommendations.',
  'problem.plan-without-tables.advice':
    'Check that the measures stand in a table with headings, or in a list below a line like «Руководителям …:».',
  'problem.plan-not-recognised': 'The file «{file}» does not look like a plan of measures.',
  'problem.plan-not-recognised.advice': 'Name the file of a plan, a roadmap or recommendations.',
}

export default texts
