const policy = (...directives: readonly string[]) => directives.join('; ')

/**
 * The application's pages: their own scripts, style and connection, nothing inline and nothing of any other machine. Only
 * styles that carry the page's nonce are taken besides: the text editor writes its rules that way.
 */
export function applicationPolicy(nonce: string): string {
  return policy(
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  )
}

/**
 * A report as it is read: its script and style stand inside it. It runs apart from the workspace, in an origin of its own
 * that no cookie belongs to, and reaches no network.
 */
export const reportPolicy = policy(
  'sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads',
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
)

/** Answers that are no pages: data, and files that somebody brought. Opened by itself, nothing in them runs. */
export const dataPolicy = policy('sandbox', "default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
