// How fast this machine is just now: a busy or shared one counts the time that others take from it as its own. Figures of two
// evenings can be compared by what these two loops took.

/** Nanoseconds of a step of arithmetic, and of a read at a random place in eight megabytes. */
export function calibration() {
  const places = new Int32Array(1 << 21)
  const timed = (steps, loop) => {
    loop(steps)
    const from = process.cpuUsage()
    loop(steps)
    const { user, system } = process.cpuUsage(from)
    return (((user + system) * 1000) / steps).toFixed(1)
  }
  const arithmetic = timed(20_000_000, steps => {
    let sum = 0
    for (let step = 0; step < steps; step++) sum = (sum + step * 7) | 0
    return sum
  })
  const memory = timed(2_000_000, steps => {
    let at = 1
    let sum = 0
    for (let step = 0; step < steps; step++) {
      at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0
      sum += places[at & (places.length - 1)]++
    }
    return sum
  })
  return `${arithmetic} ns a step of arithmetic, ${memory} ns a random read`
}
