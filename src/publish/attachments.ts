import type { Attachment } from '../view/reportData.js'
import { sha256 } from './checksums.js'
import type { PublishedFile } from './publishedFile.js'

/** Pictures up to this size stand inside the page. */
export const pictureInsideBytes = 60_000

const PICTURES: readonly (readonly [RegExp, string])[] = [
  [/\.png$/i, 'image/png'],
  [/\.jpe?g$/i, 'image/jpeg'],
  [/\.gif$/i, 'image/gif'],
  [/\.webp$/i, 'image/webp'],
]

/** The public files of `evidence/`: as the page knows them, and as they are published beside it. Sorted by path. */
export function attachmentsOf(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  hidden: ReadonlySet<string>,
): { readonly attachments: readonly Attachment[]; readonly published: readonly PublishedFile[] } {
  const open = files
    .filter(({ path }) => !hidden.has(path))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return {
    attachments: open.map(({ path, bytes }) => ({
      path,
      sha256: sha256(bytes),
      bytes: bytes.length,
      dataUrl: dataUrl(path, bytes),
    })),
    published: open.map(({ path, bytes }) => ({ path, contents: bytes })),
  }
}

/** Only pictures that cannot carry a script: SVG is published beside the page and not shown in it. */
function dataUrl(path: string, bytes: Uint8Array): string | null {
  const type = PICTURES.find(([ending]) => ending.test(path))?.[1]
  if (type === undefined || bytes.length > pictureInsideBytes) return null
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}
