/** A page as a reader who hears it meets it: headings with their level, living figures, rows of tables, questions. */
export function outlineOf(html: string): string {
  const body = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const found =
    body.match(
      /<h[1-6][\s\S]*?<\/h[1-6]>|<div class="island"[^>]*>|<tr[ >][\s\S]*?<\/tr>|<li[ >][\s\S]*?<\/li>/g,
    ) ?? []
  return `${found.map(line).join('\n')}\n`
}

function line(part: string): string {
  const island = /data-island="(\w+)" data-props="([^"]*)"/.exec(part)
  if (island !== null) return `[${island[1]} ${island[2]?.replaceAll('&quot;', '"')}]`
  const level = /^<h(\d)/.exec(part)
  const text = textOf(part)
  if (level !== null) return `${'#'.repeat(Number(level[1]))} ${text}`
  return part.startsWith('<tr') ? `| ${text}` : `- ${text}`
}

/** What is read aloud; cells and items are parted by spaces. */
export function textOf(html: string): string {
  return html
    .replace(/<(?:style|script)[\s\S]*?<\/(?:style|script)>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
}
