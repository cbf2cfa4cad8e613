import type { Language } from '../../model/case.js'

/** The sign-in of an organisation, by OpenID Connect. */
export interface OpenIdSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | null
  /** What people call it: it stands on the button. */
  readonly name: string
  /**
   * Domains whose verified e-mail addresses may open an account without an invitation; `*`: everybody whom the provider
   * lets in. None: only who was invited.
   */
  readonly domains: readonly string[]
}

/** How a workspace is run. */
export interface WorkspaceSettings {
  /** The address that people reach it by; null where that is this machine alone. */
  readonly publicUrl: URL | null
  /** Where a browser asks for no language. */
  readonly language: Language
  /** The built application: `index.html` and `assets/`. */
  readonly appFolder: string
  /** Where public status pages are written; null: nowhere. */
  readonly statusFolder: string | null
  readonly openId: OpenIdSettings | null
  /** Lets the owner of this machine in, as long as the process lives; null: nobody. */
  readonly key: string | null
  /** How many proxies stand before the workspace: so many last entries of `X-Forwarded-For` are true. */
  readonly proxies: number
  readonly version: string
}

/** What an environment says of a workspace, or the name of the variable that cannot be understood. */
export type EnvironmentSettings =
  | Pick<WorkspaceSettings, 'publicUrl' | 'openId' | 'proxies'>
  | { readonly wrong: string }

/** Reads `MANIL_URL`, `MANIL_PROXIES` and `MANIL_OPENID_…`. Empty is as good as not set. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): EnvironmentSettings {
  const publicUrl = env.MANIL_URL ? readUrl(env.MANIL_URL) : null
  if (
    publicUrl !== null &&
    (publicUrl === 'wrong' || publicUrl.pathname !== '/' || publicUrl.search !== '')
  ) {
    return { wrong: 'MANIL_URL' }
  }
  const proxies = Number(env.MANIL_PROXIES || '0')
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 10) return { wrong: 'MANIL_PROXIES' }
  const openId = readOpenId(env)
  return typeof openId === 'string' ? { wrong: openId } : { publicUrl, openId, proxies }
}

function readOpenId(env: Readonly<Record<string, string | undefined>>): OpenIdSettings | string | null {
  if (!env.MANIL_OPENID_ISSUER) return null
  const issuer = readUrl(env.MANIL_OPENID_ISSUER)
  if (issuer === 'wrong') return 'MANIL_OPENID_ISSUER'
  if (!env.MANIL_OPENID_CLIENT_ID) return 'MANIL_OPENID_CLIENT_ID'
  return {
    issuer: env.MANIL_OPENID_ISSUER,
    clientId: env.MANIL_OPENID_CLIENT_ID,
    clientSecret: env.MANIL_OPENID_CLIENT_SECRET || null,
    name: env.MANIL_OPENID_NAME || issuer.hostname,
    domains: (env.MANIL_OPENID_DOMAINS ?? '')
      .split(',')
      .map(domain => domain.trim().toLowerCase())
      .filter(domain => domain !== ''),
  }
}

function readUrl(text: string): URL | 'wrong' {
  try {
    const url = new URL(text)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : 'wrong'
  } catch {
    return 'wrong'
  }
}
