import type { z } from 'zod'
import { type Locale, say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { wordProblem } from '../../platform/word-problem.ts'
import type { NamePeople } from '../territory/index.ts'
import type { ListedArchive } from './archive/archives.ts'
import type { portraitsContract } from './contract.ts'
import type { PortraitLine } from './store/list-portraits.ts'
import type { SentPortrait } from './store/open-portrait.ts'
import type { RemarkLine } from './store/remarks.ts'
import { ALWAYS, type TemplateVersion } from './store/templates.ts'
import { SECTIONS, type SectionId } from './types.ts'

type Contract = typeof portraitsContract
export type ListedPortrait = z.input<Contract['GET /api/portraits']['response']>['items'][number]
type Remark = z.input<Contract['POST /api/portraits/remarks']['response']>
type Template = z.input<Contract['GET /api/portraits/template']['response']>
type Archive = z.input<Contract['POST /api/portraits/archives']['response']>

/** The title of a section, as it stands above it in the portrait. */
export function sectionTitle(locale: Locale, id: SectionId): string {
  return say(locale, `portrait.section.${id}`)
}

type Names = ReadonlyMap<string, string>
const person = (names: Names, id: string) => ({ id, name: names.get(id) ?? id })

export async function presentList(
  tx: Tx,
  namePeople: NamePeople,
  lines: readonly PortraitLine[],
  ofRegion: boolean,
): Promise<ListedPortrait[]> {
  const names = await namePeople(tx, [...new Set(lines.flatMap(({ sentBy }) => sentBy ?? []))])
  return lines.map(line => ({
    unit: { id: line.id, name: line.name },
    level: line.level,
    municipality:
      line.municipalityId === null || line.municipalityName === null
        ? null
        : { id: line.municipalityId, name: line.municipalityName },
    sent:
      line.sentId === null
        ? null
        : {
            id: line.sentId,
            at: line.sentAt!.toISOString(),
            by: person(names, line.sentBy!),
            template: line.template!,
          },
    readable: ofRegion || line.sentId !== null,
    remarks: { open: line.open, answered: line.answered },
  }))
}

export async function presentSent(
  tx: Tx,
  namePeople: NamePeople,
  { id, sentAt, sentBy, template }: SentPortrait,
) {
  return { id, at: sentAt.toISOString(), by: person(await namePeople(tx, [sentBy]), sentBy), template }
}

export async function presentRemarks(
  tx: Tx,
  namePeople: NamePeople,
  locale: Locale,
  lines: readonly RemarkLine[],
): Promise<Remark[]> {
  const names = await namePeople(tx, [
    ...new Set(
      lines.flatMap(({ createdBy, answeredBy }) => [createdBy, ...(answeredBy ? [answeredBy] : [])]),
    ),
  ])
  return lines.map(line => ({
    id: line.id,
    unit: { id: line.unitId, name: line.unitName },
    template: line.template,
    portrait:
      line.portraitId === null || line.runId === null || line.aboutId === null
        ? null
        : {
            id: line.portraitId,
            run: line.runId,
            unit: { id: line.aboutId, name: line.aboutName ?? String(line.aboutId) },
          },
    section: line.section && { id: line.section, title: sectionTitle(locale, line.section) },
    text: line.text,
    createdAt: line.createdAt.toISOString(),
    createdBy: person(names, line.createdBy),
    state: line.state,
    answer: line.answer,
    answeredAt: line.answeredAt?.toISOString() ?? null,
    answeredBy: line.answeredBy === null ? null : person(names, line.answeredBy),
    version: line.version,
  }))
}

export async function presentTemplates(
  tx: Tx,
  namePeople: NamePeople,
  locale: Locale,
  versions: readonly TemplateVersion[],
  remarks: ReadonlyMap<number, { readonly open: number; readonly answered: number }>,
): Promise<Template> {
  const names = await namePeople(tx, [...new Set(versions.flatMap(({ createdBy }) => createdBy ?? []))])
  return {
    current: versions[0].number,
    sections: SECTIONS.map(id => ({
      id,
      title: sectionTitle(locale, id),
      meaning: say(locale, `portraits.section.${id}.meaning`),
      always: ALWAYS.has(id),
    })),
    versions: versions.map(({ number, off, switchedOff, switchedOn, changes, createdAt, createdBy }) => ({
      ...{ number, changes, off: [...off], switchedOff: [...switchedOff], switchedOn: [...switchedOn] },
      createdAt: createdAt?.toISOString() ?? null,
      createdBy: createdBy === null ? null : person(names, createdBy),
      remarks: remarks.get(number) ?? { open: 0, answered: 0 },
    })),
  }
}

export async function presentArchives(
  tx: Tx,
  namePeople: NamePeople,
  locale: Locale,
  rows: readonly ListedArchive[],
): Promise<Archive[]> {
  const names = await namePeople(tx, [...new Set(rows.map(({ created_by }) => created_by))])
  return rows.map(row => {
    const going = row.state === 'queued' || row.state === 'running'
    return {
      id: row.id,
      run: { id: row.run_id, title: row.runTitle },
      template: row.template,
      formats: [...row.formats],
      levels: [...row.levels],
      state: row.state,
      createdAt: row.created_at.toISOString(),
      createdBy: person(names, row.created_by),
      finishedAt: row.finished_at?.toISOString() ?? null,
      expiresAt: row.expires_at?.toISOString() ?? null,
      progress: going
        ? {
            // A job is its person's own: to others it only goes on.
            text: say(locale, row.stage ?? `portraits.archive.${row.state}`, { detail: row.detail ?? '' }),
            done: row.done ?? 0,
            total: row.total,
          }
        : null,
      files: row.written,
      bytes: row.bytes,
      problems: row.problems.map(problem => ({ code: problem.code, ...wordProblem(locale, problem) })),
    }
  })
}
