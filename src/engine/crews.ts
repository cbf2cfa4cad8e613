import type { OpenWork } from './openWork.js'
import type { System, Work } from './system.js'

/** Teams as capacity: what each has in use, and which works use it in the order in which they began or resumed. */
export class Crews {
  readonly inUse: Int32Array
  private readonly users = new Map<number, { readonly work: OpenWork; readonly startOrder: number }[]>()

  constructor(system: System) {
    this.inUse = new Int32Array(system.components.length)
  }

  /** The first team that has too few units to give, or -1 if the work can have its crew. */
  lacking(work: Work, levels: Int32Array): number {
    for (const { team, units } of work.crew) if (levels[team]! - this.inUse[team]! < units) return team
    return -1
  }

  /** Gives a work that starts its crew. */
  take(open: OpenWork, work: Work): void {
    for (const { team, units } of work.crew) {
      this.inUse[team]! += units
      let users = this.users.get(team)
      if (users === undefined) {
        users = []
        this.users.set(team, users)
      }
      users.push({ work: open, startOrder: open.startOrder })
    }
  }

  /** Takes the crew of a work that stops. */
  giveBack(work: Work): void {
    for (const { team, units } of work.crew) this.inUse[team]! -= units
  }

  /** The running work that started or resumed last and uses a team. */
  lastUser(team: number): OpenWork | undefined {
    const users = this.users.get(team)
    for (let user = users?.at(-1); user !== undefined; user = users?.at(-1)) {
      if (user.work.state === 'running' && user.work.startOrder === user.startOrder) return user.work
      users?.pop()
    }
    return undefined
  }
}
