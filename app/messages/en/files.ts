import type { Catalogue } from '../format.ts'

/** Attaching and reading files. */
const texts: Catalogue = {
  'problem.file-kind-refused':
    'The file “{file}” is not taken: {kind, select, program {it is a program or a script} page {it is a web page or an SVG drawing, which can hold scripts} macros {the document holds macros or fetches its template from the network} archive {it is an archive} oldOffice {it is a document of the old kind (.doc, .xls, .ppt, .rtf)} protected {it is protected by a password} damaged {it is damaged or was not downloaded completely} twoInOne {another file is hidden in it} other {files of this kind are not taken}}.',
  'problem.file-kind-refused.advice':
    '{kind, select, program {Attach a document, a spreadsheet or a picture.} page {Save the page as PDF, the drawing as PNG, and attach it again.} macros {Save the document without macros (“Word Document (.docx)”, “Excel Workbook (.xlsx)”) or as PDF and attach it again.} archive {Unpack it and attach the files one by one.} oldOffice {Open it and save it in the new format (.docx, .xlsx, .pptx) or as PDF.} protected {Remove the password, save it and attach it again.} damaged {Open it and save it anew, or ask the sender for it again.} twoInOne {Open the file, save it anew and attach it again.} other {PDF, documents and spreadsheets (docx, xlsx, pptx, odt, ods), text (txt, csv) and pictures (jpg, png, webp, heic, tiff) are taken.}}',
  'problem.file-extension-differs':
    '{named, select, no {The name of the file “{file}” has no extension} other {The file “{file}” is called “.{extension}”}}, but inside it is “.{expected}”.',
  'problem.file-extension-differs.advice': 'Rename it to end in “.{expected}” and attach it again.',
  'problem.file-not-sent': 'There is no file in the request.',
  'problem.file-not-sent.advice': 'Choose a file and attach it again.',
  'problem.file-too-many-drafts':
    'You already have {limit, plural, one {# file} other {# files}} that you sent and did not attach anywhere.',
  'problem.file-too-many-drafts.advice':
    'Remove those you do not need, or wait: what is not attached goes by itself after a week.',
  'problem.file-attached': 'This file is attached to a record and is not removed apart from it.',
  'problem.file-attached.advice': 'Open the record and remove the file there.',
  'problem.file-content-lost': 'The content of the file was not found in the store.',
  'problem.file-content-lost.advice':
    'Attach the file again. If it was sent long ago, tell the administrator: the content can be taken from a backup.',
  'problem.file-content-damaged': 'The content of the file in the store is damaged ({hash}…).',
  'problem.file-content-damaged.advice':
    'Attach the file again. If it was sent long ago, tell the administrator: the whole content can be taken from a backup.',
  'problem.file-store-away': 'The store of attached files is out of reach.',
  'problem.file-store-away.advice':
    'Nothing is lost: try again in a few minutes. If that does not help, tell the administrator: the command “objektiv doctor” names the cause.',
}

export default texts
