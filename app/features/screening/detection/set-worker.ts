import { parentPort } from 'node:worker_threads'
import { cohortOfSet, degreesOfSet, readSet, type SetReading } from '@objektiv/forensics'
import { practise } from './practise.ts'
import type { SetAnswer, SetQuestion } from './set-threads.ts'

/** One thread's sets: read first, and kept until the other years of their cohorts are read as well. */
const readings = new Map<number, SetReading>()

parentPort?.on('message', (question: SetQuestion) => {
  const { set } = question
  if (question.step === 'read') {
    const reading = readSet(question.works, question.options)
    readings.set(set, reading)
    answer({ set, step: 'read', cohort: cohortOfSet(reading) })
    return
  }
  const { controlled, drift } = question
  const degrees = degreesOfSet(readings.get(set)!, drift, controlled)
  readings.delete(set)
  // How honest classes repeat one another serves further runs over planted works, of which there are none here.
  answer({ set, step: 'degrees', degrees: { ...degrees, honest: null } })
})

practise()

function answer(message: SetAnswer): void {
  parentPort?.postMessage(message)
}
