import type { RefObject } from 'preact'
import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks'

/** Rows that are drawn, and the room that the others take. Pixels. */
export interface VirtualRows {
  /** Places of the rows to draw: from `first` to before `end`. */
  readonly first: number
  readonly end: number
  /** Where a row begins, and the height of all rows. */
  readonly topOf: (place: number) => number
  readonly whole: number
  /** Call as the `ref` of each drawn row, so that its height becomes known. */
  readonly measure: (key: string, element: HTMLElement | null) => void
  /** Shows a row: by the least way where it is near, in the middle where it is far. */
  readonly scrollTo: (place: number) => void
  /** How many rows fit the view, for Page Up and Page Down. */
  readonly pageRows: number
}

/** Drawn beyond what is seen, pixels, so that scrolling shows no gaps. */
const beyondPx = 500

/**
 * Draws only the rows that are seen of a long list. Heights are learnt as rows are drawn; until then each is taken to be
 * `estimatePx`. `keys` name the rows, so that what was learnt moves with them.
 */
export function useVirtualRows({
  scroller,
  keys,
  estimatePx,
  headPx = 0,
}: {
  readonly scroller: RefObject<HTMLElement | null>
  readonly keys: readonly string[]
  readonly estimatePx: number
  /** What stands above the rows inside the scroller, and stays there. */
  readonly headPx?: number
}): VirtualRows {
  const heights = useRef(new Map<string, number>())
  const elements = useRef(new Map<string, HTMLElement>())
  const [drawn, redraw] = useReducer((count: number) => count + 1, 0)
  const view = useRef({ top: 0, height: 800 })

  const tops = useMemo(() => {
    const all = new Float64Array(keys.length + 1)
    for (let place = 0; place < keys.length; place++) {
      all[place + 1] = all[place]! + (heights.current.get(keys[place]!) ?? estimatePx)
    }
    return all
  }, [keys, estimatePx, drawn])

  const placeAt = (px: number) => {
    let low = 0
    let high = keys.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (tops[middle + 1]! <= px) low = middle + 1
      else high = middle
    }
    return low
  }

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    let frame = 0
    const look = () => {
      frame = 0
      const { scrollTop: top, clientHeight: height } = element
      if (Math.abs(top - view.current.top) > beyondPx / 3 || height !== view.current.height) {
        view.current = { top, height }
        redraw(0)
      }
    }
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    view.current = { top: element.scrollTop, height: element.clientHeight }
    redraw(0)
    element.addEventListener('scroll', later, { passive: true })
    const watch = new ResizeObserver(later)
    watch.observe(element)
    return () => {
      element.removeEventListener('scroll', later)
      watch.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [scroller])

  const sizes = useRef<ResizeObserver | null>(null)
  const names = useRef(new WeakMap<Element, string>())
  const learn = useCallback(
    (entries: readonly { readonly key: string; readonly px: number }[]) => {
      let changed = false
      let shift = 0
      for (const { key, px } of entries) {
        const before = heights.current.get(key)
        if (px === 0 || (before !== undefined && Math.abs(before - px) < 0.5)) continue
        heights.current.set(key, px)
        changed = true
        const element = elements.current.get(key)
        // What grows above the view must not push away what is being read.
        const top = element?.getBoundingClientRect().top ?? 0
        const viewTop = (scroller.current?.getBoundingClientRect().top ?? 0) + headPx
        if (element !== undefined && top + px < viewTop) shift += px - (before ?? estimatePx)
      }
      if (!changed) return
      if (shift !== 0 && scroller.current !== null) scroller.current.scrollTop += shift
      redraw(0)
    },
    [scroller, estimatePx, headPx],
  )
  useEffect(() => {
    sizes.current = new ResizeObserver(entries => {
      learn(
        entries.flatMap(({ target }) => {
          const key = names.current.get(target)
          return key === undefined ? [] : [{ key, px: (target as HTMLElement).offsetHeight }]
        }),
      )
    })
    for (const element of elements.current.values()) sizes.current.observe(element)
    return () => sizes.current?.disconnect()
  }, [learn])

  const measure = useCallback((key: string, element: HTMLElement | null) => {
    const before = elements.current.get(key)
    if (before === element) return
    if (before !== undefined) sizes.current?.unobserve(before)
    if (element === null) {
      elements.current.delete(key)
      return
    }
    elements.current.set(key, element)
    names.current.set(element, key)
    sizes.current?.observe(element)
  }, [])

  const scrollTo = (place: number) => {
    const element = scroller.current
    if (element === null || place < 0 || place >= keys.length) return
    const top = tops[place]!
    const bottom = tops[place + 1]!
    const viewTop = element.scrollTop
    const height = element.clientHeight - headPx
    const isFar = bottom < viewTop - height || top > viewTop + 2 * height
    if (isFar) element.scrollTop = top - (height - (bottom - top)) / 2
    else if (top < viewTop) element.scrollTop = top
    else if (bottom > viewTop + height) element.scrollTop = bottom - height
    view.current = { top: element.scrollTop, height: element.clientHeight }
    redraw(0)
  }

  const first = Math.max(0, placeAt(view.current.top - beyondPx))
  const end = Math.min(keys.length, placeAt(view.current.top + view.current.height + beyondPx) + 1)
  return {
    first,
    end,
    topOf: place => tops[place] ?? 0,
    whole: tops[keys.length] ?? 0,
    measure,
    scrollTo,
    pageRows: Math.max(1, Math.floor((view.current.height - headPx) / estimatePx) - 1),
  }
}
