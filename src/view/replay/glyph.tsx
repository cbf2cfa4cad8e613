import type { State } from './states.js'

/**
 * The sign of a state, drawn and not typed, so that it looks alike in every font: ● up, ◐ impaired, ✕ down, ○ waiting;
 * nothing for what is absent.
 */
export function Glyph({ state, x, y, size = 6 }: { state: State; x: number; y: number; size?: number }) {
  if (state === 'up') return <circle class="glyph" cx={x} cy={y} r={size * 0.82} />
  if (state === 'waiting') return <circle class="glyph open" cx={x} cy={y} r={size * 0.75} />
  if (state === 'impaired') {
    const r = size * 0.85
    return (
      <>
        <circle class="glyph open" cx={x} cy={y} r={r} />
        <path class="glyph" d={`M${x} ${y - r}A${r} ${r} 0 0 0 ${x} ${y + r}Z`} />
      </>
    )
  }
  if (state === 'down') {
    const a = size * 0.7
    return (
      <path
        class="glyph stroke"
        d={`M${x - a} ${y - a}L${x + a} ${y + a}M${x + a} ${y - a}L${x - a} ${y + a}`}
      />
    )
  }
  return null
}
