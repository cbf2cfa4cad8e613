import { useEffect, useState } from 'preact/hooks'

/** The media in which a tall picture stands for the wide one: the same as in `figures.css`. */
const TALL = 'screen and (max-width: 1160px)'

/**
 * Which form of a picture can be seen just now; null where both must be drawn: without script, in the first drawing, and while the
 * page is printed.
 */
export function useShownForm(): 'wide' | 'tall' | null {
  const [form, setForm] = useState<'wide' | 'tall' | null>(null)
  useEffect(() => {
    const tall = matchMedia(TALL)
    const follow = () => setForm(tall.matches ? 'tall' : 'wide')
    const both = () => setForm(null)
    follow()
    tall.addEventListener('change', follow)
    addEventListener('beforeprint', both)
    addEventListener('afterprint', follow)
    return () => {
      tall.removeEventListener('change', follow)
      removeEventListener('beforeprint', both)
      removeEventListener('afterprint', follow)
    }
  }, [])
  return form
}
