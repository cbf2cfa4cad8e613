/** Bounds of a case. Each is reported by name when it is hit; none is ever reached silently. */
export const limits = {
  /** Bytes of one text file (YAML or narrative): ten thousand facts in two languages, with their sources, are four million. */
  fileBytes: 5_000_000,
  /** Bytes of all text files of a case. */
  caseBytes: 20_000_000,
  /** The same for a case in a folder of one's own that a command reads: nobody else has to bear it. */
  ownCaseBytes: 100_000_000,
  /** Bytes of one attachment under `evidence/`. */
  attachmentBytes: 25_000_000,
  /** Bytes of all attachments. */
  attachmentsBytes: 200_000_000,
  /** Files in the folder, attachments included. */
  files: 2_000,
  /** Folders within folders. */
  folderDepth: 16,
  /** Entries under one top-level key of a file, and in all files of a case together: components, facts, … */
  entries: 10_000,
  caseEntries: 200_000,
  /** Values within values in YAML. */
  nesting: 32,
  /** Values of one file after its aliases are followed. */
  values: 400_000,
  /** Entries of one list. */
  listEntries: 10_000,
  /** Characters of an id. */
  idLength: 100,
  /** Characters of one expression. */
  expressionLength: 10_000,
  /** Brackets within brackets in an expression, and `full` within `full`. */
  expressionDepth: 50,
  /** Units of a component. */
  count: 1_000_000_000,
  /** The longest duration, and the longest horizon: a hundred years. */
  durationMs: 36_525 * 86_400_000,
  /** Problems up to which "did you mean" is looked for: each looks through all ids. */
  suggestions: 100,
  /** Components compiled in checking every if alone: ifs × components. */
  ifChecks: 100_000,
  /** Diagnostics of one case; the rest is counted. */
  diagnostics: 500,
} as const
