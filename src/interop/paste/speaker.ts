/** What chats of KakaoTalk copied as text begin a line with: `[홍길동] [오후 3:30] `, `2022년 10월 15일 오후 3:30, 홍길동 : `. */
const fromComputer = /^\[([^\][]{1,40})\] \[/
const fromPhone =
  /^\d{4}(?:년|\.) ?\d{1,2}(?:월|\.) ?\d{1,2}(?:일|\.) (?:오전|오후) \d{1,2}:\d{2}, ([^:,\n]{1,40}) : /

/** Who speaks in a line that was copied from a chat, and its words without the name. */
export function speakerOf(
  raw: string,
  text: string,
): { readonly name: string | null; readonly text: string } {
  const name = (fromComputer.exec(raw) ?? fromPhone.exec(raw))?.[1] ?? null
  if (name === null || !text.startsWith(`${name} : `)) return { name: null, text }
  return { name, text: text.slice(name.length + 3) }
}
