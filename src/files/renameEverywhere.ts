import type { CasePath } from '../model/problem.js'
import type { EditRefusal } from './caseEdit.js'
import type { CaseFile } from './caseFile.js'
import type { FileEdit } from './editCase.js'
import type { PlaceEdit } from './editText.js'
import type { YamlFile } from './yamlFile.js'

export function renamed(
  _files: readonly CaseFile[],
  _read: readonly YamlFile[],
  path: CasePath,
  to: string,
  atKey: (edit: PlaceEdit) => readonly FileEdit[] | EditRefusal,
): readonly FileEdit[] | EditRefusal {
  return atKey({ kind: 'rename', path, to })
}
