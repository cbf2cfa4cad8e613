import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CaseReader } from '../files/caseReader.js'
import type { LoadedCase } from '../files/loadedCase.js'
import { placeOf } from '../files/placeOf.js'
import { SourceText } from '../files/sourceText.js'

/** Where something that a page shows is written. */
export interface Origin {
  /** The place in the case, as far as it is written: `components/shop/recovery/takes`. */
  readonly path: string
  /** The file within the case. Line and column count from 1. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly text: string
  /** An address that opens an editor there; null where the file's name could mean something else to one. */
  readonly editor: string | null
}

/** Parts of a place in a case are joined by this: no id has one. */
const separator = '/'
const longestPath = 500
const longestLine = 2_000

/**
 * Where a place of a case is written: of a field that is not, the entry that it would be in. Null where there is no such thing. The
 * files are those that were read; no path leads out of them.
 */
export function originOf(
  loaded: LoadedCase,
  folder: string,
  path: string,
  reader = new CaseReader(),
): Origin | null {
  if (path.length > longestPath) return null
  const parts = path.split(separator).map(part => (/^\d{1,6}$/.test(part) ? Number(part) : part))
  for (let length = parts.length; length > 0; length--) {
    const place = written(loaded, parts.slice(0, length), reader)
    if (place === null) continue
    const { source, offset } = place
    const { file, line, column } = source.placeOf(offset)
    const text = source.line(line).slice(0, longestLine)
    const editor = editorAddress(folder, file, line, column)
    return { path: parts.slice(0, length).join(separator), file, line, column, text, editor }
  }
  return null
}

function written(
  { files }: LoadedCase,
  path: readonly (string | number)[],
  reader: CaseReader,
): { readonly source: SourceText; readonly offset: number } | null {
  const place = placeOf(files, path, reader)
  const given = files.find(file => file.path === place?.file)?.text
  const range = place?.key ?? place?.value
  if (place === null || range == null || typeof given !== 'string') return null
  return { source: new SourceText(place.file, given), offset: range.from }
}

/**
 * Editors that know `vscode://` open a file at a line. Names with anything but what a path usually has are left out, rather than
 * quoted for programs that we do not know.
 */
function editorAddress(folder: string, file: string, line: number, column: number): string | null {
  if (folder === '' || /\.ya?ml$/.test(folder)) return null
  const { pathname } = pathToFileURL(resolve(folder, file))
  if (!/^[\p{Letter}\p{Number}/._~:-]+$/u.test(decodeURI(pathname))) return null
  return `vscode://file${pathname}:${line}:${column}`
}
