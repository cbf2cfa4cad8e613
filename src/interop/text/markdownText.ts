/** The words of Markdown without its marks, line by line: headings, bullets, emphasis, code and links. */
export function markdownText(markdown: string): string {
  return markdown
    .split('\n')
    .map(line =>
      line
        .replace(/^\s{0,3}#{1,6}\s+/, '')
        .replace(/^\s{0,3}>\s?/, '')
        .replace(/^(\s*)[*+]\s+/, '$1- ')
        .replace(/!\[([^\]]{0,500})\]\([^()\s]{0,2000}\)/g, '$1')
        .replace(/\[([^\]]{1,500})\]\((https?:[^()\s]{1,2000})\)/g, '$1 ($2)')
        .replace(/\[([^\]]{1,500})\]\([^()\s]{0,2000}\)/g, '$1')
        .replace(/(\*\*|__)(?=\S)([^*_]{1,2000})\1/g, '$2')
        .replace(/(^|[\s(])[*_](?=\S)([^*_\s][^*_]{0,2000})[*_](?=$|[\s).,:;!?])/g, '$1$2')
        .replace(/`([^`]{1,2000})`/g, '$1')
        .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1'),
    )
    .join('\n')
}
