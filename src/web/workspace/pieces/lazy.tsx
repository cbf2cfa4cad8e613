import type { ComponentType, VNode } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/** A component whose code is loaded when it is first shown. */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  {
    waiting,
    failed,
  }: { readonly waiting: () => VNode | null; readonly failed: (retry: () => void) => VNode },
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  return function Lazy(props: Props) {
    const [state, setState] = useState<'waiting' | 'failed' | 'loaded'>(
      loaded === null ? 'waiting' : 'loaded',
    )
    useLayoutEffect(() => {
      if (state !== 'waiting') return
      let gone = false
      load().then(
        component => {
          loaded = component
          if (!gone) setState('loaded')
        },
        () => {
          if (!gone) setState('failed')
        },
      )
      return () => {
        gone = true
      }
    }, [state])
    if (state === 'failed') return failed(() => setState('waiting'))
    const Loaded = loaded
    return Loaded === null ? waiting() : <Loaded {...props} />
  }
}
