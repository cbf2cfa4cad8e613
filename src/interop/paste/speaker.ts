import { chatHeader } from './lines.js'

/** What chats of KakaoTalk copied as text begin a line with: `[홍길동] [오후 3:30] `, `2022년 10월 15일 오후 3:30, 홍길동 : `. */
const fromComputer = /^\[([^\][]{1,40})\] \[/
const fromPhone =
  /^\d{4}(?:년|\.) ?\d{1,2}(?:월|\.) ?\d{1,2}(?:일|\.) (?:오전|오후) \d{1,2}:\d{2}, ([^:,\n]{1,40}) : /

/** Words of a name; more are the beginning of a sentence. */
const mostWords = 4

/** Whether a line is a name and a time and nothing else, as a chat copied from a page has above what was said. */
export function headsSpeech(raw: string): boolean {
  const name = chatHeader.exec(raw.slice(0, 200))?.[1]
  return name !== undefined && name.split(/\s+/).length <= mostWords && !/\d/.test(name)
}

/** Who speaks in an entry that was copied from a chat, by its first line, and the words without the name. */
export function speakerOf(
  raw: string,
  text: string,
): { readonly name: string | null; readonly text: string } {
  const first = raw.split('\n', 1)[0]!.slice(0, 200)
  const name = (fromComputer.exec(first) ?? fromPhone.exec(first) ?? chatHeader.exec(first))?.[1] ?? null
  const opening = name === null ? null : [`${name} : `, `${name} :`].find(start => text.startsWith(start))
  return opening == null ? { name: null, text } : { name, text: text.slice(opening.length).trim() }
}
