/** C0 and C1 control characters but for the line feed: a terminal takes some of them as commands. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are meant.
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g

/** A text of a case as it may be written to a terminal: nothing in it can move the cursor or change a title. */
export function visible(text: string): string {
  return text.replace(controls, character => (character === '\t' ? ' ' : '\ufffd'))
}
