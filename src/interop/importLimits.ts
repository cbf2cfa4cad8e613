/** Bounds of an import. Each is reported by name when it is hit; none is ever reached silently. */
export const importLimits = {
  /** Bytes of an archive as it comes. */
  archiveBytes: 100_000_000,
  /** Entries of an archive. */
  archiveEntries: 10_000,
  /** Bytes of one entry of an archive when it is unpacked. */
  entryBytes: 25_000_000,
  /** Bytes of all entries of an archive when they are unpacked. */
  unpackedBytes: 200_000_000,
  /** Bytes of one JSON file. */
  jsonBytes: 25_000_000,
  /** Bytes of one file of text or of a table. */
  textBytes: 10_000_000,
  /** Lines of one text, and rows of one table. */
  lines: 50_000,
  /** Characters of a line in which times are looked for. */
  lineLength: 2_000,
  /** Characters of one record of a table, and cells of it that are read. */
  recordLength: 100_000,
  columns: 200,
  /** Lines that one entry of a text may go on for. */
  entryLines: 60,
  /** Values within values in JSON. */
  jsonNesting: 64,
  /** Drafts of one import. */
  drafts: 50_000,
  /** Characters of a draft's text; the original is kept whole up to `originalLength`. */
  textLength: 5_000,
  /** Characters of an original. */
  originalLength: 100_000,
  /** People of one import that are looked for in texts. */
  people: 50_000,
  /** Notes of one import; the rest is left out. */
  notes: 200,
} as const
