/** A file of a published report: its path below the folder it is written to, with `/` between parts. */
export interface PublishedFile {
  readonly path: string
  readonly contents: string | Uint8Array
}
