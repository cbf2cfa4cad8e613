/** The names by which a machine speaks to itself. */
const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The address under which a request came, as the browser sees it. */
export interface Site {
  /** `https://manil.example.com`, `http://localhost:4300`. */
  readonly origin: string
  /** Whether cookies can be kept to encrypted connections. */
  readonly secure: boolean
  /** Whether it is a name of this machine for itself. */
  readonly loopback: boolean
}

/**
 * The site that a `Host` header names: this machine by its own names, or the public address of the workspace. Null for any
 * other name: a stranger bound it to this address so that a page of theirs may read what is here.
 */
export function siteOf(host: string | undefined, publicUrl: URL | null): Site | null {
  if (host === undefined) return null
  const written = host.toLowerCase()
  if (publicUrl !== null && written === publicUrl.host) {
    return {
      origin: publicUrl.origin,
      secure: publicUrl.protocol === 'https:',
      loopback: isLoopbackName(publicUrl.hostname),
    }
  }
  const [, name, port] = /^(\[[0-9a-f:]+\]|[^:[\]@/\\?#]+)(?::(\d{1,5}))?$/.exec(written) ?? []
  if (name === undefined || !isLoopbackName(name)) return null
  return {
    origin: `http://${name}${port === undefined || port === '80' ? '' : `:${port}`}`,
    secure: false,
    loopback: true,
  }
}

/** Whether a name is one by which a machine speaks to itself. */
export function isLoopbackName(name: string): boolean {
  return loopbackNames.has(name.toLowerCase())
}

/** Whether the other end of a connection is this machine. */
export function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false
  return address === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/.test(address)
}
