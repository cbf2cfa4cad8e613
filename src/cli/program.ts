import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import { displayWidth } from '../files/displayWidth.js'
import type { ImportOptions } from './commands/import.js'
import type { LogFlags } from './commands/log.js'
import type { WorkspaceOptions } from './commands/workspace.js'
import { type Shell, shells } from './completion/scripts.js'
import type { Context } from './context.js'
import type { ExitStatus } from './exitStatus.js'
import { version } from './version.js'

/**
 * The command line: commands, their arguments and options. Each command lies in a file of its own in `commands/` and is
 * loaded only when it is used, so that `manil check` does not pay for the page.
 */
export function buildProgram(context: Context, ended: (status: ExitStatus) => void): Command {
  const { words } = context
  const help = words.help
  const program = new Command('manil')
  program
    .description(help.program)
    .usage(help.usage)
    .version(version(), '-V, --version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand(`help [${help.command}]`, help.helpCommand)
    .showSuggestionAfterError(true)
    .configureHelp({
      helpWidth: 80,
      displayWidth,
      styleTitle: title => help.titles[title] ?? title,
      showGlobalOptions: false,
    })
    .configureOutput({
      writeOut: text => context.effects.write(text),
      writeErr: text => context.effects.writeError(text),
      outputError: () => {},
    })
    .exitOverride()
    .addHelpText('after', `\n${help.examples(examples(help.exampleNotes))}`)

  const command = (name: keyof typeof help.commands, usageArguments: string) => {
    const texts = help.commands[name]
    const made = program.command(`${name}${usageArguments === '' ? '' : ` ${usageArguments}`}`)
    made
      .description(texts.about)
      .helpOption('-h, --help', help.help)
      .addOption(new Option('--lang <ko|en>', help.lang).choices(['ko', 'en']))
      .option('--json', help.json)
      .addHelpText('after', `\n${help.examples(texts.examples)}`)
    return made
  }
  const count = (text: string) => {
    if (!/^\d+$/.test(text)) throw new InvalidArgumentError(`'${text}'`)
    return Number(text)
  }

  command('new', '<dir>').action(async (dir: string) => {
    const { createCase } = await import('./commands/new.js')
    ended(await createCase(dir, context))
  })
  command('check', '<case...>')
    .option('--strict', help.commands.check.options.strict)
    .action(async (cases: string[], options: { strict?: boolean }) => {
      const { check } = await import('./commands/check.js')
      ended(await check(cases, { strict: options.strict === true }, context))
    })
  command('run', '<case...>')
    .option('--changes', help.commands.run.options.changes)
    .option('--scenario <id>', help.scenario, filled)
    .action(async (cases: string[], options: { changes?: boolean; scenario?: string }) => {
      const { run } = await import('./commands/run.js')
      const { changes = false, scenario = null } = options
      ended(await run(cases, { changes, scenario }, context))
    })
  command('if', '<case> [ifs...]')
    .option('--all', help.commands.if.options.all)
    .option('--scenario <id>', help.scenario, filled)
    .action(async (path: string, ifs: string[], options: { all?: boolean; scenario?: string }) => {
      const { whatIf } = await import('./commands/if.js')
      const { all = false, scenario = null } = options
      ended(await whatIf(path, ifs, { all, scenario }, context))
    })
  command('drill', '<case>')
    .option('--lose <ids>', help.commands.drill.options.lose, filled)
    .option('--scenario <id>', help.scenario, filled)
    .action(async (path: string, options: { lose?: string; scenario?: string }) => {
      const { drillCase } = await import('./commands/drill.js')
      const { lose = null, scenario = null } = options
      ended(await drillCase(path, { lose, scenario }, context))
    })
  command('replay', '<case>')
    .requiredOption('--on <case>', help.commands.replay.options.on, filled)
    .option('--bind <pairs...>', help.commands.replay.options.bind)
    .option('--match <number>', help.commands.replay.options.match, count)
    .option('--out <file>', help.commands.replay.options.out, filled)
    .action(async (path: string, options: { on: string; bind?: string[]; match?: number; out?: string }) => {
      const { replay } = await import('./commands/replay.js')
      const { on, bind = [], match = null, out = null } = options
      ended(await replay(path, { on, bind, match, out }, context))
    })
  command('why', '<case> <component>')
    .requiredOption('--at <time>', help.commands.why.options.at, filled)
    .option('--scenario <id>', help.scenario, filled)
    .action(async (path: string, component: string, options: { at: string; scenario?: string }) => {
      const { whyDown } = await import('./commands/why.js')
      const { at, scenario = null } = options
      ended(await whyDown(path, component, { at, scenario }, context))
    })
  command('path', '<case> <component>')
    .option('--scenario <id>', help.scenario, filled)
    .action(async (path: string, component: string, options: { scenario?: string }) => {
      const { recoveryPathOf } = await import('./commands/path.js')
      ended(await recoveryPathOf(path, component, { scenario: options.scenario ?? null }, context))
    })
  command('draw', '<case>')
    .option('--at <time>', help.commands.draw.options.at, filled)
    .option('--if <ids...>', help.commands.draw.options.if)
    .option('--dark', help.commands.draw.options.dark)
    .option('--out <file>', help.commands.draw.options.out, filled)
    .action(async (path: string, options: { at?: string; if?: string[]; dark?: boolean; out?: string }) => {
      const { draw } = await import('./commands/draw.js')
      const { at = null, if: ifs = [], dark = false, out = null } = options
      ended(await draw(path, { at, ifs, dark, out }, context))
    })
  command('publish', '<case>')
    .requiredOption('--out <dir>', help.commands.publish.options.out, filled)
    .action(async (path: string, options: { out: string }) => {
      const { publish } = await import('./commands/publish.js')
      ended(await publish(path, { out: options.out }, context))
    })
  command('import', '<case> [files...]')
    .addOption(new Option('--format <name>', help.commands.import.options.format).choices(importFormats))
    .option('--zone <zone>', help.commands.import.options.zone, filled)
    .option('--roles <file>', help.commands.import.options.roles, filled)
    .option('--accept <drafts...>', help.commands.import.options.accept)
    .action(async (path: string, files: string[], given: Partial<ImportOptions>) => {
      const { importFacts } = await import('./commands/import.js')
      const { format = null, zone = null, roles = null, accept = null } = given
      ended(await importFacts(path, files, { format, zone, roles, accept }, context))
    })
  command('log', '<case> <text>')
    .option('--at <time>', help.commands.log.options.at, filled)
    .option('--down <ids>', help.commands.log.options.down, filled)
    .option('--up <ids>', help.commands.log.options.up, filled)
    .option('--impaired <ids>', help.commands.log.options.impaired, filled)
    .option('--public', help.commands.log.options.public)
    .option('--to <url>', help.commands.log.options.to, filled)
    .action(async (path: string, text: string, given: Partial<LogFlags>) => {
      const { log } = await import('./commands/log.js')
      const { at = null, down = null, up = null, impaired = null, to = null } = given
      const flags = { at, down, up, impaired, to, public: given.public === true }
      ended(await log(path, text, flags, context))
    })
  command('board', '<case>')
    .option('--at <time>', help.commands.board.options.at, filled)
    .action(async (path: string, options: { at?: string }) => {
      const { board } = await import('./commands/board.js')
      ended(await board(path, { at: options.at ?? null }, context))
    })
  command('status', '<case>')
    .requiredOption('--out <dir>', help.commands.status.options.out, filled)
    .option('--next <time>', help.commands.status.options.next, filled)
    .option('--url <address>', help.commands.status.options.url, filled)
    .action(async (path: string, options: { out: string; next?: string; url?: string }) => {
      const { status } = await import('./commands/status.js')
      const { out, next = null, url = null } = options
      ended(await status(path, { out, next, url }, context))
    })
  command('serve', '[dir...]')
    .option('--port <number>', help.commands.serve.options.port, count)
    .option('--open', help.commands.serve.options.open)
    .action(async (dirs: string[], options: { port?: number; open?: boolean }) => {
      const { serve } = await import('./commands/serve.js')
      ended(await serve(dirs, { port: options.port ?? null, open: options.open === true }, context))
    })
  command('workspace', '[dir...]')
    .option('--port <number>', help.commands.workspace.options.port, count)
    .option('--host <address>', help.commands.workspace.options.host, filled)
    .option('--data <dir>', help.commands.workspace.options.data, filled)
    .option('--open', help.commands.workspace.options.open)
    .option('--log', help.commands.workspace.options.log)
    .option('--status-out <dir>', help.commands.workspace.options.statusOut, filled)
    .action(async (dirs: string[], options: Partial<WorkspaceOptions>) => {
      const { openTheWorkspace } = await import('./commands/workspace.js')
      const { port, host, data, statusOut } = options
      const given = {
        port: port ?? null,
        host: host ?? null,
        data: data ?? null,
        statusOut: statusOut ?? null,
      }
      ended(
        await openTheWorkspace(
          dirs,
          { ...given, open: options.open === true, log: options.log === true },
          context,
        ),
      )
    })
  command('backup', '')
    .requiredOption('--out <file>', help.commands.backup.options.out, filled)
    .option('--data <dir>', help.commands.backup.options.data, filled)
    .action(async (options: { out: string; data?: string }) => {
      const { backUpWorkspace } = await import('./commands/backup.js')
      ended(await backUpWorkspace({ out: options.out, data: options.data ?? null }, context))
    })
  command('restore', '<file>')
    .option('--data <dir>', help.commands.restore.options.data, filled)
    .action(async (file: string, options: { data?: string }) => {
      const { restoreWorkspace } = await import('./commands/restore.js')
      ended(await restoreWorkspace(file, { data: options.data ?? null }, context))
    })
  command('doctor', '')
    .option('--data <dir>', help.commands.doctor.options.data, filled)
    .action(async (options: { data?: string }) => {
      const { examineWorkspace } = await import('./commands/doctor.js')
      ended(await examineWorkspace({ data: options.data ?? null }, context))
    })
  command('completion', '')
    .addArgument(new Argument('<shell>').choices(shells))
    .action(async (shell: Shell) => {
      const { completion } = await import('./commands/completion.js')
      ended(await completion(shell, context))
    })
  program.command('complete [words...]', { hidden: true }).action(async (words: string[]) => {
    const { complete } = await import('./commands/complete.js')
    ended(await complete(words, program, context))
  })
  return program
}

/** Formats that `manil import` knows by name. */
const importFormats = ['slack', 'pagerduty', 'alertmanager', 'statuspage', 'google-cloud', 'table', 'paste']

/** An option that says nothing is a slip of the shell, such as a variable that is not set. */
function filled(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError(`'${text}'`)
  return text
}

function examples(notes: { readonly new: string; readonly check: string; readonly serve: string }): string[] {
  return [
    `manil new my-case     # ${notes.new}`,
    `manil check my-case   # ${notes.check}`,
    `manil serve my-case   # ${notes.serve}`,
  ]
}
