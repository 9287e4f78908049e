import accounts from './accounts.ts'
import audit from './audit.ts'
import auditValues from './audit-values.ts'
import ofCase from './case.ts'
import channels from './channels.ts'
import command from './command.ts'
import doctor from './doctor.ts'
import documents from './documents.ts'
import exports from './exports.ts'
import federalList from './federal-list.ts'
import files from './files.ts'
import findings from './findings.ts'
import forensics from './forensics.ts'
import http from './http.ts'
import imports from './imports.ts'
import jobs from './jobs.ts'
import measureLibrary from './measure-library.ts'
import measures from './measures.ts'
import notices from './notices.ts'
import operation from './operation.ts'
import outputs from './outputs.ts'
import planDocuments from './plan-documents.ts'
import plans from './plans.ts'
import plansService from './plans-service.ts'
import portraits from './portraits.ts'
import portraitsAreas from './portraits-areas.ts'
import portraitsColumns from './portraits-columns.ts'
import portraitsService from './portraits-service.ts'
import power from './power.ts'
import problems from './problems.ts'
import procedures from './procedures.ts'
import registry from './registry.ts'
import report from './report.ts'
import results from './results.ts'
import screening from './screening.ts'
import signals from './signals.ts'
import territory from './territory.ts'

export default {
  ...accounts,
  ...ofCase,
  ...channels,
  ...command,
  ...doctor,
  ...documents,
  ...operation,
  ...portraits,
  ...portraitsAreas,
  ...portraitsColumns,
  ...portraitsService,
  ...plans,
  ...measureLibrary,
  ...plansService,
  ...measures,
  ...planDocuments,
  ...power,
  ...http,
  ...problems,
  ...results,
  ...imports,
  ...findings,
  ...forensics,
  ...outputs,
  ...report,
  ...files,
  ...jobs,
  ...notices,
  ...audit,
  ...auditValues,
  ...registry,
  ...signals,
  ...territory,
  ...screening,
  ...procedures,
  ...exports,
  ...federalList,
}
