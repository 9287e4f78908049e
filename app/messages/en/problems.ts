import type { Catalogue } from '../format.ts'

const saveAsXlsx = 'Save it in Excel or LibreOffice as “Excel Workbook (.xlsx)” and upload it again.'
const getAgain =
  'Ask the sender for the file again, or download it anew. If it opens in Excel, save it anew as “Excel Workbook (.xlsx)”.'
const splitUp = 'Split the table into several files and upload them together.'

/**
 * `problem.<code>` says what is wrong, `problem.<code>.advice` what to do. The place (file, sheet, row, column) is
 * printed beside the text and may be used in it.
 */
const texts: Catalogue = {
  'problem.file-missing': 'There is no file “{file}”.',
  'problem.file-missing.advice': 'Check the name of the file and the folder it should be in.',
  'problem.file-is-folder': '“{file}” is not a file.',
  'problem.file-is-folder.advice': 'Name the spreadsheet files themselves, for example: folder/*.xlsx.',
  'problem.file-unreadable': 'The file “{file}” cannot be read (reason: {reason}).',
  'problem.file-unreadable.advice':
    'Check that you may read this file, that no other program holds it, and that the disk is sound.',
  'problem.file-empty': 'The file “{file}” is empty: it has not a single byte.',
  'problem.file-empty.advice': 'It was probably not downloaded to the end. Download it again.',
  'problem.file-encrypted': 'The file “{file}” is protected by a password.',
  'problem.file-encrypted.advice':
    'Open it in Excel with the password, remove the protection (File → Info → Protect Workbook → Encrypt with Password, leave the field empty), save it and upload it again.',
  'problem.not-a-spreadsheet':
    'The file “{file}” is not an Excel workbook: {kind, select, xls {it is a workbook of the old kind (.xls)} xlsb {it is a binary Excel workbook (.xlsb)} ods {it is an OpenDocument spreadsheet (.ods)} csv {it is text with separators (.csv)} html {it is a web page} pdf {it is a PDF document} xml {it is an XML file} document {it is a text document} zip {it is an archive with other content} other {its content was not recognised}}.',
  'problem.not-a-spreadsheet.advice':
    '{kind, select, zip {If there are spreadsheets in the archive, unpack it and upload them.} pdf {Obtain these data as an Excel workbook (.xlsx).} document {Obtain these data as an Excel workbook (.xlsx).} other {Save it in Excel or LibreOffice as “Excel Workbook (.xlsx)” and upload it again.}}',
  'problem.csv-nul': 'There is a NUL byte in this row of the text with separators; text has none.',
  'problem.csv-nul.advice':
    'The file was most likely spoilt while it was exported or downloaded. Get it again, or open it in Excel, look at this row and save it as “Excel Workbook (.xlsx)”.',
  'problem.csv-utf16': 'The text with separators is written in UTF-16, which is not read.',
  'problem.csv-utf16.advice':
    'Save it in Excel as “CSV UTF-8” or “Excel Workbook (.xlsx)” and load it again.',
  'problem.archive-damaged': 'The file “{file}” is damaged or was not downloaded completely.',
  'problem.archive-damaged.advice': getAgain,
  'problem.archive-too-large':
    'The file “{file}” unpacks to more than {megabytes, number} MB, the limit for one file.',
  'problem.archive-too-large.advice': splitUp,
  'problem.archive-too-many-parts':
    'The file “{file}” has more than {limit, number} parts; an ordinary workbook has tens.',
  'problem.archive-too-many-parts.advice': saveAsXlsx,
  'problem.workbook-without-sheets': 'The file “{file}” has no sheet with cells.',
  'problem.workbook-without-sheets.advice':
    'Open the file in Excel, check that the data are there, save it and upload it again.',
  'problem.sheet-missing':
    'The sheet “{sheet}” is named in the workbook, but its content is not in the file.',
  'problem.sheet-missing.advice': getAgain,
  'problem.sheet-repeated': 'The sheet “{sheet}” stands in the workbook twice.',
  'problem.sheet-repeated.advice': getAgain,
  'problem.xml-broken': 'The markup inside the file “{file}” is broken (part “{part}”).',
  'problem.xml-broken.advice': getAgain,
  'problem.xml-dtd':
    'The file “{file}” contains declarations that spreadsheets never have (part “{part}”). It is not read, for safety.',
  'problem.xml-dtd.advice': saveAsXlsx,
  'problem.too-many-rows': 'The sheet has more than {limit, plural, one {# row} other {# rows}}.',
  'problem.too-many-rows.advice': splitUp,
  'problem.too-many-columns': 'The sheet has more than {limit, plural, one {# column} other {# columns}}.',
  'problem.too-many-columns.advice':
    'Delete the columns to the right of the table, save the file and upload it again.',
  'problem.cell-too-long':
    'The cell holds more than {limit, plural, one {# character} other {# characters}}, the limit of Excel.',
  'problem.cell-too-long.advice': 'Shorten the text of this cell, save the file and upload it again.',
  'problem.cell-broken': 'The cell is not written correctly: “{value}”.',
  'problem.cell-broken.advice':
    'Open the file in Excel or LibreOffice, check this row and save the file anew.',
  'problem.rows-out-of-order': 'The rows of the sheet are not in order: number “{value}” came up.',
  'problem.rows-out-of-order.advice': saveAsXlsx,
  'problem.shared-texts-too-large': 'The file “{file}” has too many different texts for one workbook.',
  'problem.shared-texts-too-large.advice': splitUp,
  'problem.formula-without-value': 'The cell holds a formula whose value was not computed.',
  'problem.formula-without-value.advice':
    'Open the file in Excel or LibreOffice, which computes the formulas; save it and upload it again.',
  'problem.formulas-without-value-more':
    'The sheet has {count, plural, one {# more such cell} other {# more such cells}} with a formula not computed.',
  'problem.formulas-without-value-more.advice':
    'Open the file in Excel or LibreOffice, which computes the formulas; save it and upload it again.',
  'problem.file-not-writable': 'The file “{file}” cannot be written (reason: {reason}).',
  'problem.file-not-writable.advice':
    'Check that the folder exists, that you may write to it, that the disk has room, and that the file is not open in another program.',
  'problem.export-rows-differ':
    'The table “{file}” was not written: {selected, plural, one {# row was} other {# rows were}} selected for the sheet “{sheet}”, but {written, number} came.',
  'problem.export-rows-differ.advice':
    'Repeat the export. If it happens again, tell the administrator: no data are lost, but the table would be incomplete.',
  'problem.export-too-many-rows':
    'The sheet “{sheet}” cannot hold all rows: Excel shows at most {limit, number}.',
  'problem.export-too-many-rows.advice': 'Export the data in parts, for example by municipality.',
  'problem.export-cell-too-long':
    'A text for a cell is longer than {limit, plural, one {# character} other {# characters}}; Excel would not show it.',
  'problem.export-cell-too-long.advice': 'Shorten the text where it is entered and repeat the export.',
}

export default texts
