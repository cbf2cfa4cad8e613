import { type Shell, scripts } from '../completion/scripts.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'

/** `manil completion bash`: the script that teaches a shell to complete. */
export async function completion(shell: Shell, context: Context): Promise<ExitStatus> {
  if (context.json) writeJson(context, { shell, script: scripts[shell] })
  else context.effects.write(scripts[shell])
  return exitStatus.fine
}
