import { useEffect, useState } from 'preact/hooks'

/** The time of now, UTC milliseconds; it moves on at each tick. */
export function useNow(tickMs = 10_000): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), tickMs)
    return () => clearInterval(timer)
  }, [tickMs])
  return nowMs
}
