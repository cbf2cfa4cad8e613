import type { Language } from '../model/case.js'
import type { CaseFolder } from '../publish/readFolder.js'
import type { ImportFiles } from './readImport.js'

/** What a path on disk is. `null`: nothing is there. */
export type PathKind = 'folder' | 'file' | 'other' | null

/**
 * Everything that a command does to the world and learns from it. `terminal.ts` makes the real ones; tests pass
 * recording ones and read afterwards what was done.
 */
export interface Effects {
  /** Folder that relative paths start from. */
  readonly cwd: string
  /** Variables of the environment: where the database is, how the workspace is reached. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Language of the terminal; `--lang` overrides it. */
  readonly language: Language
  /** Whether what is written to the output, and to the errors, may be coloured. */
  readonly colour: { readonly output: boolean; readonly errors: boolean }
  /** Whether somebody watches: progress is shown only then. */
  readonly watched: boolean
  /** For progress only: nothing that is computed may depend on it. */
  nowMs(): number
  /** UTC milliseconds of the wall clock: only for what happens now, as a line of a live log. */
  clockMs(): number
  write(text: string): void
  writeError(text: string): void
  /** Replaces the line of progress; an empty text takes it away. */
  progress(text: string): void
  pathKind(path: string): PathKind
  isEmptyFolder(path: string): boolean
  readCase(path: string): CaseFolder
  /** A file, or the files of a folder, as bytes: bounded, and no link is followed. */
  readImport(path: string): ImportFiles
  /** The text of a file, or null where there is none. */
  readText(path: string): string | null
  /** Writes a file and the folders above it. */
  writeFile(path: string, contents: string | Uint8Array): void
  /** Sends JSON to a workspace with a token. Throws where nobody answers; redirects are not followed. */
  post(
    address: string,
    token: string,
    body: unknown,
  ): Promise<{ readonly status: number; readonly text: string }>
  /** Does something while no other command on this machine does it under the same lock, which is a path. */
  exclusively<T>(lock: string, use: () => T): T
  /** Opens an address in the user's browser, if there is one. */
  openAddress(address: string): void
  /** Resolves when the user asks a long-running command to end. */
  untilStopped(): Promise<void>
}
