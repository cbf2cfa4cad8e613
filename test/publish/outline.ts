/**
 * A page as a reader who hears it meets it: headings with their level, rows of tables, questions. Of living figures only
 * their places are told; what they draw has tests of its own.
 */
export function outlineOf(html: string): string {
  const body = withoutFigures(html.slice(html.indexOf('<main'), html.indexOf('</main>')))
  const found =
    body.match(
      /<h[1-6][\s\S]*?<\/h[1-6]>|<div class="island"[^>]*>|<tr[ >][\s\S]*?<\/tr>|<li[ >][\s\S]*?<\/li>/g,
    ) ?? []
  return `${found.map(line).join('\n')}\n`
}

/** Empties every island: from its opening tag to the `</div>` that closes it. */
function withoutFigures(html: string): string {
  const parts = html.split(/(?=<div class="island")/)
  return parts
    .map((part, place) => {
      if (place === 0) return part
      let depth = 0
      for (const found of part.matchAll(/<div[ >]|<\/div>/g)) {
        depth += found[0] === '</div>' ? -1 : 1
        if (depth === 0) return part.slice(0, part.indexOf('>') + 1) + part.slice(found.index)
      }
      return part
    })
    .join('')
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
