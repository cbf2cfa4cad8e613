/** What the status page has besides the report's own style: few words, read in a hurry, on a telephone. */
export const statusStyle = `
.status main, .status header.top, .status footer { width: min(760px, 100% - 2 * var(--s3)); }
.status header.top p { margin: 0; max-width: none; }
.status header.top b { font-size: inherit; letter-spacing: 0; font-weight: 700; }
.status header.top span { color: var(--ink-2); }
.status h1 { font-size: clamp(2rem, 5vw, 3rem); line-height: 1.2; margin-bottom: var(--s4); overflow-wrap: anywhere; }
.status h1[data-state="down"] { color: var(--down); }
.status h1[data-state="impaired"] { color: var(--impaired-ink); }
.status section { padding-top: var(--s4); }
.status h2 { font-size: var(--t-small); color: var(--ink-2); font-weight: 600; letter-spacing: 0; margin: 0 0 var(--s1); }
.now { display: grid; grid-template-columns: 3fr 2fr; gap: var(--s4); border-block: 1px solid var(--rule); padding-block: var(--s3); }
.now section { padding-top: 0; }
.now .said { font-size: var(--t-deck); line-height: 1.55; margin-bottom: var(--s1); }
.now .when { font-size: var(--t-deck); font-weight: 700; line-height: 1.55; margin-bottom: var(--s1); }
.now .src { margin: 0; }
.said { white-space: pre-line; overflow-wrap: anywhere; }
.said.none { color: var(--ink-2); }
.sign { display: inline-block; width: 1.35em; font-weight: 700; }
.sign[data-state="down"] { color: var(--down); }
.sign[data-state="impaired"] { color: var(--impaired-ink); }
.sign[data-state="unknown"] { color: var(--ink-3); }
.services th[scope="row"] { font-weight: 600; font-size: var(--t-body); overflow-wrap: anywhere; }
.services tr[data-state="down"] td:nth-child(2) { color: var(--down); font-weight: 700; }
.services tr[data-state="impaired"] td:nth-child(2) { color: var(--impaired-ink); font-weight: 700; }
.services tr[data-state="unknown"] td { color: var(--ink-2); }
.services thead th { border-bottom-color: var(--ink); }
.services td:last-child, .services th:last-child { padding-right: 0; }
.day h3 { margin: var(--s3) 0 0; font-size: var(--t-small); padding-bottom: 6px; border-bottom: 1px solid var(--ink); }
.events { list-style: none; margin: 0; padding: 0; }
.events li { display: grid; grid-template-columns: 8.5em 1fr; gap: var(--s2); padding-block: 11px; border-bottom: 1px solid var(--rule); }
.events li:target { background: var(--wash); }
.events time { font-size: var(--t-small); color: var(--ink-2); line-height: 1.75; }
.events p { margin: 0; }
.events .change { font-size: var(--t-small); line-height: 1.75; }
.status footer { border-top: 1px solid var(--ink); margin-top: var(--s5); padding-block: var(--s2) var(--s4); font-size: var(--t-note); color: var(--ink-2); }
.status footer p { margin: 0 0 var(--s1); max-width: none; }
.status .links { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s3); }
@media (max-width: 760px) {
  .status main, .status header.top, .status footer { width: calc(100% - 40px); }
  .now { grid-template-columns: minmax(0, 1fr); gap: var(--s3); }
  .services thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .services tr { display: grid; grid-template-columns: 1fr auto; column-gap: var(--s2); padding-block: 11px; border-bottom: 1px solid var(--rule); }
  .services th[scope="row"], .services td { border: 0; padding: 0; }
  .services td:last-child { grid-column: 1 / -1; font-size: var(--t-note); color: var(--ink-2); }
  .services tr[data-state="unknown"] td:last-child:empty { display: none; }
  .events li { grid-template-columns: minmax(0, 1fr); gap: 2px; }
  .events time { line-height: 1.5; }
}
`
