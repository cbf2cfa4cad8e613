/** Colours with fixed meanings, as on the page: what holds, what an if changes, what is down, what is impaired. */
export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'amber' | 'blue'

export type Paint = (colour: Colour, text: string) => string

const codes: Readonly<Record<Colour, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  amber: [33, 39],
  blue: [34, 39],
}

/** A painter that colours, or one that leaves every text as it is. Colour never carries a meaning alone. */
export function paintFor(coloured: boolean): Paint {
  if (!coloured) return (_colour, text) => text
  return (colour, text) => {
    const [on, off] = codes[colour]
    return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`
  }
}
