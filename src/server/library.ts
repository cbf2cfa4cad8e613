import { type CaseFolderPlace, caseFolders } from './caseFolders.js'
import { LiveCase } from './liveCase.js'

/** The cases in some folders. Folders that appear or vanish are noticed when the library is asked for. */
export class Library {
  readonly #folders: readonly string[]
  readonly #cases = new Map<string, LiveCase>()

  constructor(folders: readonly string[]) {
    this.#folders = folders
  }

  /** Every case, in the order of the folders given and then of names. */
  all(): readonly LiveCase[] {
    const places = caseFolders(this.#folders)
    const kept = new Set(places.map(({ folder }) => folder))
    for (const [folder, live] of this.#cases) {
      if (kept.has(folder)) continue
      live.close()
      this.#cases.delete(folder)
    }
    return places.map(place => this.#case(place))
  }

  /** The case that is addressed by a name. Names are compared, never turned into paths. */
  named(name: string): LiveCase | null {
    return this.all().find(live => live.place.name === name) ?? null
  }

  close(): void {
    for (const live of this.#cases.values()) live.close()
    this.#cases.clear()
  }

  #case(place: CaseFolderPlace): LiveCase {
    const known = this.#cases.get(place.folder)
    if (known !== undefined && known.place.name === place.name) return known
    known?.close()
    const live = new LiveCase(place)
    this.#cases.set(place.folder, live)
    return live
  }
}
