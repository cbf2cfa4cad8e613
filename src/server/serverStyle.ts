import { reportStyle } from '../publish/assets.js'

/** What the pages of the server have besides the report's own style: the library, and the panel of diagnostics. */
const libraryStyle = `
header.top p { margin: 0; max-width: none; }
header.top a { text-decoration: none; }
.languages { display: flex; gap: var(--s2); }
.languages [aria-current] { font-weight: 700; box-shadow: 0 2px 0 var(--ink); }
main { padding-block: var(--s5); }
h1 { overflow-wrap: anywhere; }
.question { color: var(--ink-2); margin: 0 0 4px; font-weight: 600; font-size: var(--t-small); }
.library { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--ink); }
.library li { border-bottom: 1px solid var(--rule); padding-block: var(--s3); }
.library h2 { margin: 0 0 var(--s1); }
.library h2 a { text-decoration-color: transparent; }
.library h2 a:hover { text-decoration-color: currentColor; }
.case-standing { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--s1) var(--s3); margin: 0; font-size: var(--t-small); color: var(--ink-2); max-width: none; }
.library .trust { color: var(--model); }
.library .broken { color: var(--down); }
.library .warned { color: var(--impaired-ink); }
.case-editions a { margin-left: .4em; }
`

/** What stands above a live report speaks only of itself. */
export const panelStyle = `
.to-library { width: min(1120px, 100% - 48px); max-width: none; margin: 8px auto 0; font-size: .84375rem; }
.diagnostics { width: min(1120px, 100% - 48px); margin: 16px auto; border: 1px solid var(--down); background: var(--down-wash); color: var(--ink); font-size: .9375rem; }
.diagnostics details { margin: 0; padding: 8px 16px; }
.diagnostics summary { cursor: pointer; font-weight: 700; color: var(--ink); }
.diagnostics p { margin: 8px 0; max-width: none; }
.diagnostics ol { margin: 0; padding: 0; list-style: none; }
.diagnostics pre { margin: 0; padding: 8px 0; border-top: 1px solid var(--rule); font: .8125rem/1.5 ui-monospace, "D2Coding", "Noto Sans Mono CJK KR", monospace; white-space: pre; overflow-x: auto; }
@media print { .diagnostics, .to-library { display: none; } }
`

/** The panel that shows where something is written, and what marks what can be asked. */
export const tracingStyle = `
.tracing-toggle { position: fixed; inset: auto 16px 16px auto; z-index: 20; font: inherit; font-size: .84375rem; padding: 8px 12px; border: 1px solid var(--rule); border-radius: 2px; background: var(--paper, Canvas); color: var(--ink); cursor: pointer; }
.tracing-toggle[aria-pressed="true"] { background: var(--ink); color: var(--paper, Canvas); }
[data-tracing] :is([data-from], [data-component], [id^="fact-"], a[href^="#fact-"], [id^="action-"], [id^="shortcoming-"], [id^="source-"]) { cursor: help; outline: 1px dotted var(--ink-2); outline-offset: 1px; }
[data-tracing] :is([data-from], [data-component], [id^="fact-"]):is(:hover, :focus-visible) { outline: 2px solid var(--model); }
section.tracing { position: fixed; inset: auto 0 0 0; z-index: 21; max-height: 60vh; overflow: auto; margin: 0; padding: 12px max(24px, 50vw - 560px) 16px; border-top: 1px solid var(--ink); background: var(--paper, Canvas); color: var(--ink); font-size: .9375rem; }
.tracing h2 { margin: 0 0 8px; font-size: 1rem; }
.tracing p { margin: 4px 0; max-width: none; overflow-wrap: anywhere; }
.tracing pre { margin: 4px 0 0; padding: 8px; overflow-x: auto; background: var(--wash, transparent); border: 1px solid var(--rule); }
.tracing code, .tracing pre { font: .8125rem/1.5 ui-monospace, "D2Coding", "Noto Sans Mono CJK KR", monospace; }
.tracing-path { color: var(--ink-2); font-size: .84375rem; }
.tracing-place + .tracing-place { margin-top: 12px; }
.tracing button { font: inherit; font-size: .84375rem; }
.tracing-close { position: absolute; top: 12px; right: max(24px, 50vw - 560px); }
@media print { .tracing { display: none; } }
`

/** The style of the server's own pages: that of the report, and what only they have. */
export function serverStyle(): string {
  return reportStyle() + libraryStyle + panelStyle
}
