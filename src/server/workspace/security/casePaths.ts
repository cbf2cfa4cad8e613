import { checkPath } from '../../../store/casePath.js'
import { Refused } from '../refused.js'

/** Names that Windows keeps for devices, whatever their ending. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
/** What Windows takes in no name, and cuts off at the end of one. */
const windowsUnfit = /[<>:"|?*]|[. ]$/
/** Characters that are not seen and change what is: direction, width, joins. */
const unseen = /[\p{Cf}\p{Zl}\p{Zp}]/u

/**
 * A path at which somebody may put a file of a case. Beyond what the store refuses (leaving the folder, hiding, control
 * characters) the folder must come out the same on every system that it is unpacked on, and a name must be what it seems.
 */
export function casePath(path: string, field: string): string {
  checkPath(path)
  const unfit = path
    .split('/')
    .some(
      name => deviceName.test(name) || windowsUnfit.test(name) || unseen.test(name) || name.startsWith(' '),
    )
  if (unfit) throw new Refused(400, 'bad-path', { path }, field)
  return path
}
