import channels from './channels.ts'
import command from './command.ts'
import forensics from './forensics.ts'
import http from './http.ts'
import outputs from './outputs.ts'
import power from './power.ts'
import problems from './problems.ts'
import report from './report.ts'
import results from './results.ts'

export default {
  ...channels,
  ...command,
  ...power,
  ...http,
  ...problems,
  ...results,
  ...forensics,
  ...outputs,
  ...report,
}
