import type { WorkspaceApplication } from './environment.js'

/** What the OpenAPI document says beside the routes themselves. */
const about = {
  openapi: '3.1.0',
  info: {
    title: 'Manil workspace',
    description:
      'Everything the pages of the workspace do, they do through these routes. Scripts send `Authorization: Bearer manil_…`; ' +
      'browsers have a cookie, and send `X-Manil-CSRF` (from `GET /api/session`) with everything that changes something. ' +
      '`x-manil-access` says who is answered: anyone, signed-in, session (no tokens), admin, or the least role in the case ' +
      '(read: reader, comment: reviewer, write: editor, manage: owner).',
  },
} as const

/** The routes of an application as an OpenAPI 3.1 document. It is made from what the application answers, so it cannot differ. */
export function openApiDocument(app: WorkspaceApplication, version: string): object {
  registerSecurity(app)
  return app.getOpenAPI31Document({ ...about, info: { ...about.info, version } })
}

function registerSecurity({ openAPIRegistry }: WorkspaceApplication): void {
  openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of a user: `POST /api/me/tokens`',
  })
  openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-manil-session',
    description: 'The cookie of a browser; on a loopback address it is called `manil-session-<port>`',
  })
}
