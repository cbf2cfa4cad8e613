import { useEffect, useState } from 'preact/hooks'

/**
 * Whether the script runs. False on the server and in the first drawing of the page, so that both agree; controls that
 * would do nothing without a script are shown or enabled only when it is true.
 */
export function useLive(): boolean {
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  return live
}
