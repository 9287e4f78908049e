import { Skeleton } from '@mantine/core'
import type { Answer } from '../../../web/client/contract-types.ts'
import { Facts } from '../../../web/components/facts.tsx'
import { type Drawn, Figure } from '../../../web/components/figure.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { say } from '../../../web/messages/say.ts'

type Finding = Answer<'GET /api/signals/:id'>['findings'][number]

const LISTS = ['innocent', 'check', 'confirm', 'refute', 'blind'] as const

/** One thing seen: its sentence and numbers, its picture, and what may innocently explain it. */
export function FindingView({
  finding,
  figure,
  drawing,
}: {
  finding: Finding
  figure: Drawn | undefined
  /** The picture is on its way. */
  drawing: boolean
}) {
  return (
    <section className="card stack" aria-label={`${finding.title}: ${finding.where}`}>
      <div className="stack-tight">
        <h3>{finding.title}</h3>
        <p className="note">
          {finding.where}
          {!finding.inDegree && ` · ${say('signal.beside')}`}
        </p>
      </div>
      <p>{finding.sentence}</p>
      {drawing && <Skeleton h={240} radius="md" />}
      {figure && <Figure figure={figure} />}
      <Facts
        facts={[
          [say('signals.works'), <NumberText key="n" value={finding.n} />],
          [say('signal.value'), finding.value],
          [say('signal.interval'), finding.smallSample ? say('signal.small-sample') : finding.interval],
          [say('signal.reference'), finding.reference],
        ]}
      />
      {finding.notes.map(note => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {LISTS.map(name => (
        <TextList key={name} title={say(`signal.${name}`)} texts={finding[name]} open={name === 'innocent'} />
      ))}
    </section>
  )
}

/** Innocent causes stand open: who reads a sign reads them with it. */
function TextList({ title, texts, open }: { title: string; texts: readonly string[]; open: boolean }) {
  if (texts.length === 0) return null
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ul>
        {texts.map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  )
}
