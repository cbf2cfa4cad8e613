/** The hatching of what is not known. Each drawing has its own, since a pattern in a hidden drawing is not painted. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-line" width="1.5" height="5" />
      </pattern>
    </defs>
  )
}
