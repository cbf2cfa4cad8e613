import { importAlertmanager } from './alertmanager/importAlertmanager.js'
import { readArchive } from './archive/readArchive.js'
import { isZip } from './archive/zipDirectory.js'
import { detectFormat, formatOfFile } from './detectFormat.js'
import type { ImportFormat, ImportFrame, ImportInput, ImportNote, ImportResult } from './draft.js'
import { importGoogleCloud } from './googleCloud/importGoogleCloud.js'
import { fewNotes, importNote } from './importNote.js'
import { importPagerDuty } from './pagerduty/importPagerDuty.js'
import { importPaste } from './paste/importPaste.js'
import { importSlack } from './slack/importSlack.js'
import { importStatuspage } from './statuspage/importStatuspage.js'
import { importTable } from './table/importTable.js'

/** Reads an input of one format. Nothing that stands in it makes it throw. */
export type Importer = (input: ImportInput, frame: ImportFrame) => ImportResult

const importers: Readonly<Record<ImportFormat, Importer>> = {
  slack: importSlack,
  pagerduty: importPagerDuty,
  alertmanager: importAlertmanager,
  statuspage: importStatuspage,
  'google-cloud': importGoogleCloud,
  table: importTable,
  paste: importPaste,
}

/** Every format, in the order in which they are offered. */
export const importFormats = Object.keys(importers) as readonly ImportFormat[]

/**
 * The drafts of an input: archives are unpacked, the format is found where none is given, and files of another format are
 * left out and named. An input that gives nothing says why.
 */
export function importDrafts(input: ImportInput, frame: ImportFrame, format?: ImportFormat): ImportResult {
  const { files, notes } = unpacked(input)
  const chosen = format ?? detectFormat({ files })
  if (chosen === null || files.length === 0) {
    const said = notes.some(({ severity }) => severity === 'error')
      ? notes
      : [
          ...notes,
          importNote(input.files.length === 0 ? 'nothing-to-import' : 'unknown-format', 'error', null),
        ]
    return { format: format ?? 'paste', drafts: [], notes: fewNotes(said), people: [] }
  }
  const read = format === undefined ? files.filter(file => belongs(file, chosen, notes)) : files
  const result = importers[chosen]({ files: read }, frame)
  return { ...result, notes: fewNotes([...notes, ...result.notes]) }
}

function unpacked(input: ImportInput): { files: ImportInput['files']; notes: ImportNote[] } {
  const notes: ImportNote[] = []
  const files = input.files.flatMap(file => {
    if (!isZip(file.bytes)) return [file]
    const { input: inside, notes: said } = readArchive(file.bytes, file.path)
    notes.push(...said)
    // Documents of word processors and spreadsheets are archives of their own kind.
    if (!inside.files.some(({ path }) => path === '[Content_Types].xml' || path === 'mimetype'))
      return inside.files
    notes.push(importNote('office-file', 'error', file.path))
    return []
  })
  return { files, notes }
}

/** Whether a file is of the chosen format. An export of Slack has files of many kinds, which its importer knows. */
function belongs(file: ImportInput['files'][number], chosen: ImportFormat, notes: ImportNote[]): boolean {
  if (chosen === 'slack') return true
  const format = formatOfFile(file)
  // Text beside tables and JSON is for the importer to refuse or to read.
  if (format === chosen || format === null) return true
  notes.push(importNote('other-format', 'warning', file.path, { format }))
  return false
}
