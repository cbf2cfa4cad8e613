/**
 * C0 and C1 control characters but for the line feed, which a terminal takes as commands, and those that turn the direction
 * of writing, which make a line read as another one.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are meant.
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** A text of a case as it may be written to a terminal: nothing in it can move the cursor, change a title or turn a line round. */
export function visible(text: string): string {
  return text.replace(controls, character => (character === '\t' ? ' ' : '\ufffd'))
}
