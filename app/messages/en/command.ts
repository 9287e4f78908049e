import type { Catalogue } from '../format.ts'

const texts: Catalogue = {
  'place.where': 'Where: {where}.',
  'place.advice': 'What to do: {advice}',
  'place.file': 'file “{value}”',
  'place.folder': 'folder “{value}”',
  'place.alike': '  … and {count, plural, one {# more like it} other {# more like these}}.',
  'place.sheet': 'sheet “{value}”',
  'place.entry': 'entry {value}',
  'place.row': 'row {value}',
  'place.column': 'column {value}',
  'place.value': 'value “{value}”',

  'progress.reading': 'Reading “{detail}”',
  'progress.storing': 'Storing “{detail}”',
  'progress.generating': 'Generating the demo region',
  'progress.counting': 'Counting the set {detail}',
  'progress.detecting': 'Running all channels',
  'progress.writing': 'Writing the report to “{detail}”',
  'progress.portraits': 'Making portraits: {detail}',

  'command.help': `Objektiv reads protocols of assessment procedures and shows which results ask for an explanation.

  objektiv screen FILES… --out FOLDER     read protocols (files or folders) and write the report
      --registry FILE.xlsx                school registry: name, municipality, kind, codes of ОГЭ and ЕГЭ
      --specifications FILE.json          papers: scales, tasks, maximum scores
      --data FOLDER                       keep what was read here, so as not to read it again
      --subject, --grade, --year          where neither the file nor its name says so
      --version                           version of the paper: базовая or углублённая
      --school LOGIN                      for the collection form, which does not name its school
      --not-attempted zero|missing        “X”: no points (the default) or no data
      --not-taught leave-maximum|zero     “не пройд.”: out of the maximum (the default) or no points
      --budget N                          false alarms per 100 honest schools (1 by default; 0 leaves own signals out)
      --case SCHOOL                       also material about one school by codes of participants: case-NNNNNN.xlsx
  objektiv power FILES… --out FOLDER      what would be noticed in these data (--seeds N, --budget N; reading options as above)
  objektiv portraits FILES… --unit WHOM --out FOLDER   portraits of schools, municipalities, the region (reading options as above)
      --unit LOGIN|MUNICIPALITY|region|all    of whom; may be repeated, all: of everybody
      --format pdf,docx,xlsx,html         in which form (pdf by default); --date YYYY-MM-DD is the date on the portrait
                                          (the last day of the year of the data by default)
      --audience school|territory|public  for whom: it decides which small groups are shown
      --notable                           only what is notable; --without SECTIONS leaves these out
  objektiv import FILES… --data FOLDER    only read and store
  objektiv batches --data FOLDER          what is stored
  objektiv undo BATCH --data FOLDER       no longer count a batch
  objektiv demo [--out FOLDER] [--seed N] make a fictional region and its report

  objektiv plan read FILE                 read a plan or roadmap (Word, PDF, Excel, text)
      --period 2021-2022                  the plan's period, if the document has none; --json for programs
  objektiv plan convert FILE OUT          write the plan in the official layout: OUT is .docx, .pdf or .xlsx

  objektiv serve --data FOLDER            the service for work in a browser (--port N, --host ADDRESS)
      --demo                              a fictional region with accounts to try
  objektiv backup FILE --data FOLDER      a backup of database and files, also while the service runs
  objektiv restore FILE --data FOLDER     bring a backup back into a new folder
  objektiv doctor --data FOLDER           check whether everything is in order
  objektiv help

  --lang ru|en                            language of messages and report
`,
  'command.done': 'Done in {seconds, number, ::.0} s.',
  'command.batch-imported': '{file}: batch {batch}, {works, plural, one {# work} other {# works}}.',
  'command.batch-known': '{file}: already loaded as batch {batch}; not loaded again.',
  'command.batch-line':
    '{batch}  {set}  {works, plural, one {# work} other {# works}}  {file}{undone, select, yes {  undone} other {}}',
  'command.batches-none':
    'Nothing has been loaded into “{data}” yet. Load files: objektiv import FILES… --data {data}',
  'command.portraits-written':
    '{portraits, plural, one {# portrait} other {# portraits}}, {files, plural, one {# file} other {# files}} ({megabytes, number, ::.0} MB) in “{folder}”; the list with checksums is manifest.json.',
  'command.undone': 'Batch {batch} is undone: its works are no longer counted. The file may be loaded again.',
  'command.demo-intro': 'The demo region is fictional. What was planted in it is written in {truth}.',
  'command.open-report': 'Open the report in a browser: {path}',
  'command.failed':
    'A failure of the program, not of the data. Tell the developers the code {id} and the text below.',

  'problem.command-unknown': 'There is no command “{value}”.',
  'problem.command-unknown.advice': 'run “objektiv help” for the list of commands.',
  'problem.option-unknown': 'This command has no option {option}.',
  'problem.option-unknown.advice': 'run “objektiv help” for the options.',
  'problem.option-without-value': 'The option {option} has no value.',
  'problem.option-without-value.advice': 'write the value after the option: {option} VALUE.',
  'problem.option-missing': 'The option --{option} is missing.',
  'problem.option-missing.advice': 'add --{option} and try again.',
  'problem.option-value': 'The value of --{option} does not fit: “{given}”.',
  'problem.option-value.advice': 'allowed: {allowed}.',
  'problem.no-files': 'No file was given.',
  'problem.no-files.advice': 'name protocol files or a folder of them: objektiv screen FOLDER --out report',
  'problem.folder-empty': 'The folder has no .xlsx files.',
  'problem.folder-empty.advice': 'name a folder of protocols, or the files themselves.',
  'problem.data-missing': 'There is no data folder “{file}”.',
  'problem.data-missing.advice':
    'check the path in --data, or load protocols into it: objektiv import FILES… --data FOLDER',
  'problem.batch-unnamed': 'No batch was named.',
  'problem.batch-unnamed.advice': 'take its id from “objektiv batches --data FOLDER”.',
  'problem.registries-several': 'There are two school registries: “{first}” and “{file}”.',
  'problem.registries-several.advice':
    'keep one of them, or name the right one by --registry and take the other away.',
  'problem.no-protocols': 'None of the files is a protocol.',
  'problem.no-protocols.advice': 'name protocol files of ВПР, ОГЭ or ЕГЭ.',
  'problem.nothing-to-screen': 'There is no batch to screen.',
  'problem.nothing-to-screen.advice': 'load protocols: objektiv import FILES… --data FOLDER',
  'problem.portrait-unit-unknown': 'These data have neither a school nor a municipality “{value}”.',
  'problem.portrait-unit-unknown.advice':
    'name the login of a school, a municipality as in the registry, region or all; municipalities are known where a registry of schools is given.',
  'problem.portrait-from-report':
    'This is a finished report: it has no distributions and tasks to make portraits from.',
  'problem.portrait-from-report.advice':
    'give the protocols it was made from, or the folder where they are kept: --data FOLDER.',
}

export default texts
