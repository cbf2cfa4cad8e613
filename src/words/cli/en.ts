import type { CommandWords } from './commandWords.js'

/** The words of the command line, English. */
export const en: CommandWords = {
  errorLabel: 'error:',
  systemError: (code, path) => {
    const where = path === '' ? '' : `: ${path}`
    const reasons: Readonly<Record<string, string>> = {
      EACCES: 'permission denied',
      EPERM: 'permission denied',
      ENOENT: 'no such file or folder',
      ENOSPC: 'the disk is full',
      EROFS: 'the disk cannot be written',
      ENOTDIR: 'not a folder',
      EBUSY: 'another command is using it; try again',
      EISDIR: 'a folder, not a file',
    }
    return `${reasons[code] ?? `the operating system refused (${code})`}${where}`
  },
  bug: message =>
    `this is a bug in Manil: ${message}\n` +
    "Please report it in the project's issues with the command you gave and, if you may share it, the folder of the\n" +
    'case. Nothing in the case was changed.',
  notBuilt: 'the script of the page is not built yet; npm run build makes it.',
  usage: {
    didYouMean: meant => `Did you mean ${meant}?`,
    unknownOption: name => `${name}: no such option.`,
    unknownCommand: name => `${name}: no such command.`,
    missingArgument: name => `<${name}> is missing; --help has examples.`,
    missingValue: name => `${name} lacks its value.`,
    missingOption: name => `${name} is required.`,
    excessArguments: 'too many arguments; --help has examples.',
    invalidValue: name => `the value of ${name} cannot be understood; --help has examples.`,
  },
  help: {
    program:
      'manil (만일, "what if"): post-incident reports that can fail their own tests.\nA folder of text files becomes a report that can be asked "what if".',
    usage: '<command> [options]',
    version: 'version',
    help: 'help',
    helpCommand: 'help on a command',
    command: 'command',
    lang: 'language: ko or en; that of LANG if you do not say',
    json: 'one JSON object a line',
    scenario: 'another scenario of the case (id)',
    titles: {},
    examples: lines => `Examples:\n${lines.map(line => `  ${line}\n`).join('')}`,
    exampleNotes: {
      new: 'a small case to learn from',
      check: 'everything that is wrong, at once',
      serve: 'read it in a browser',
    },
    commands: {
      new: {
        about: 'Makes a small complete case to learn from.',
        examples: ['manil new my-case', 'manil new my-case --lang ko'],
        options: {},
      },
      check: {
        about:
          'Finds everything that is wrong with a case: where it stands and what to do.\nEnds with 1 if there are errors, with 2 if it could not be read.',
        examples: ['manil check cases/kakao-2022', 'manil check cases/* --json'],
        options: { strict: 'end with 1 for warnings too' },
      },
      run: {
        about: 'Replays a case on its model and holds the run against the record.',
        examples: ['manil run cases/kakao-2022', 'manil run cases/* --json'],
        options: { changes: 'list every change of a level, in order' },
      },
      if: {
        about: 'Changes conditions, replays, and shows what differs.',
        examples: ['manil if cases/kakao-2022 tools-in-two-sites', 'manil if cases/kakao-2022 --all'],
        options: { all: 'each if alone, and all together' },
      },
      drill: {
        about: 'What falls when one thing is lost, and does it come back by itself or only by hand.',
        examples: ['manil drill cases/kakao-2022', 'manil drill cases/kakao-2022 --lose pangyo,promote-tool'],
        options: {
          lose: 'lose these together (ids, commas between); else each site, room, feed and tool alone',
        },
      },
      replay: {
        about:
          'Had the outage of one case happened to another system: every match of its roles is run, and\nconditions that are there are told from those that are not.\nEnds with 1 if an objective of that system does not hold or, where it has none, a service falls.',
        examples: [
          'manil replay cases/kakao-2022 --on cases/nirs-2025',
          'manil replay cases/kakao-2022 --on ours --bind ups-beside=seoul.ups-2 --out replay.html',
        ],
        options: {
          on: 'the system that meets it: the folder or the YAML file of a case',
          bind: 'say who plays a role: role=id, role=id,id, role=none',
          match: 'the number of the match to tell in full; else the one in which most falls',
          out: 'write it as a page too: one HTML file',
        },
      },
      why: {
        about: 'Why a component was down at a time, followed down to events.',
        examples: [
          'manil why cases/kakao-2022 talk-text --at "2022-10-15 18:00"',
          'manil why cases/kakao-2022 talk-text --at +2h40m',
        ],
        options: { at: "a time in the case's zone, or from its start (+10m)" },
      },
      path: {
        about: 'What the hours of an outage were spent on; the parts add up.',
        examples: ['manil path cases/kakao-2022 talk-text'],
        options: {},
      },
      draw: {
        about:
          "Draws the system as an SVG: the picture of the report's replay, before the first\nevent or at a time.",
        examples: [
          'manil draw cases/kakao-2022 --at "2022-10-15 18:00" > 18.svg',
          'manil draw cases/kakao-2022 --at +3h --if tools-in-two-sites --out with.svg',
        ],
        options: {
          at: "a time in the case's zone, or from its start (+10m)",
          if: 'ifs that are in place',
          dark: 'on a dark ground',
          out: 'file for it; on the output where none is named',
        },
      },
      completion: {
        about: 'Writes a script with which a shell completes commands, options, cases and ids of ifs.',
        examples: [
          'source <(manil completion bash)',
          'manil completion zsh > ~/.zfunc/_manil',
          'manil completion fish > ~/.config/fish/completions/manil.fish',
        ],
        options: {},
      },
      publish: {
        about: 'Makes the report: one HTML file per language, which opens without a network.',
        examples: ['manil publish cases/kakao-2022 --out site'],
        options: { out: 'folder for the report' },
      },
      import: {
        about:
          'Makes drafts of chats, alerts, pagers, status pages, tables and notes, which\nwait in the case to be looked at; --accept makes facts of them.',
        examples: [
          'manil import my-case slack-export.zip --roles roles.yaml',
          'manil import my-case notes.md --zone Europe/Paris',
          'manil import my-case --accept all',
        ],
        options: {
          format: 'what the files are; recognised if not given',
          zone: "zone of times without one; the case's if not given",
          roles: 'YAML or JSON: a name or handle, and the role in its place',
          accept: 'drafts that become facts: their letters from the table, or all',
        },
      },
      log: {
        about:
          'Logs a line of what happens now: it is a fact of the timeline at once.\n"mail up", "↓ talk-text" or "mail 40%: slow" are understood as states.',
        examples: [
          'manil log my-case "talk-text down: power lost"',
          'manil log my-case "mail up" --at 15:30',
          'manil log my-case "More at four o\'clock" --public',
        ],
        options: {
          at: 'time: 15:30, "5 min ago"; now if not given',
          down: 'components that go down, separated by commas',
          up: 'components that are back',
          impaired: 'components that work only in part',
          public: 'told to everybody: it goes to the status page',
          to: 'address of a workspace (else MANIL_URL); token in MANIL_TOKEN',
        },
      },
      board: {
        about: 'Shows how services stand and since when, by the timeline alone. No model is needed.',
        examples: ['manil board cases/kakao-2022', 'manil board my-case --at 15:30'],
        options: { at: 'as of this time; as the record ends if not given' },
      },
      status: {
        about:
          'Writes the public status page and its Atom feed as files for any host.\nOnly states of services and announcements are in them, nothing internal.',
        examples: [
          'manil status my-case --out status',
          'manil status my-case --out status --next 30m --url https://status.example.com/',
        ],
        options: {
          out: 'folder for the files',
          next: 'next update: 16:00 or 30m',
          url: 'where the files will stand: for links in the feed',
        },
      },
      serve: {
        about: 'Shows cases and their reports in a browser, made anew when a file changes.',
        examples: ['manil serve cases', 'manil serve my-case --port 4000'],
        options: { port: 'port; the next free one if it is taken', open: 'open the browser' },
      },
      workspace: {
        about:
          'Opens the workspace: cases are written and reviewed together in a browser.\nEverything is kept in DATABASE_URL (PostgreSQL), else in the data folder.\nCases in the given folders are taken in once; the folders stay as they are.',
        examples: [
          'manil workspace cases',
          'DATABASE_URL=postgres://db/manil manil workspace',
          'MANIL_URL=https://manil.example.com manil workspace --host 0.0.0.0',
        ],
        options: {
          port: 'port; the next free one if it is taken',
          host: 'address to listen on; 127.0.0.1 (this machine alone) if not given',
          data: 'folder of the database; .manil if not given',
          open: 'open the browser',
          log: 'write a log, one JSON object a line, to the error output',
          statusOut: 'folder for public status pages',
        },
      },
      backup: {
        about: 'Writes everything in the workspace to one file. Others may go on writing.',
        examples: ['manil backup --out manil.backup'],
        options: { out: 'file for the backup', data: 'folder of the database' },
      },
      restore: {
        about: 'Fills an empty workspace from a backup.',
        examples: ['manil restore manil.backup --data .manil'],
        options: { data: 'folder of the database' },
      },
      doctor: {
        about:
          'Proves that nothing in the workspace is lost or altered: hashes, chains, texts.\nEnds with 1 if it finds something.',
        examples: ['manil doctor', 'DATABASE_URL=postgres://db/manil manil doctor'],
        options: { data: 'folder of the database' },
      },
    },
  },
  case: {
    reading: (id, done, total) => `${id}: reading file ${done} / ${total}…`,
    checking: id => `${id}: checking and running what was read…`,
    notFound: path => `no such folder: ${path}`,
    notACase: path => `neither the folder of a case nor a YAML file: ${path}`,
    hasErrors: (id, count) => `${id} has ${count} ${count === 1 ? 'error' : 'errors'} to be mended first.`,
    noModel: id => `${id} has no model; with components and events it can be replayed.`,
    unknownComponent: id => `${id}: no such component in this case.`,
    unknownScenario: id => `${id}: no such scenario in this case.`,
    unknownIf: id => `${id}: no such if in this case.`,
    meant: id => `Did you mean ${id}?`,
    badTime: text => `${text}: not a time. Write it as "2022-10-15 16:00" or +40m.`,
    outsideRun: (from, to) => `the time must lie within what is watched: ${from} to ${to}.`,
  },
  none: '—',
  columns: {
    service: 'Service',
    down: 'Down',
    impaired: 'Impaired',
    from: 'Down from',
    back: 'Back',
    fact: 'Fact',
    record: 'Record',
    model: 'Model',
    error: 'Error',
    verdict: 'Verdict',
    time: 'Time',
    component: 'Component',
    level: 'Level',
    condition: 'Condition',
    was: 'As it was',
    becomes: 'With it',
    before: 'As it was',
    after: 'With it',
    difference: 'Difference',
    ifs: 'If',
    until: 'Until',
    spentOn: 'Spent on',
    draft: 'Draft',
    text: 'Text',
    marks: 'Marks',
  },
  check: {
    fine: id => `${id}: nothing is wrong.`,
    found: (id, errors, warnings) => {
      const counted = (count: number, noun: string) =>
        count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
      return `${id}: ${[counted(errors, 'error'), counted(warnings, 'warning')].filter(Boolean).join(', ')}`
    },
  },
  run: {
    watched: (from, to, zone) => `${from} to ${to} (${zone})`,
    inPlace: ids => `With these ifs in place: ${ids}`,
    noServices: 'This case has no service.',
    notBack: 'not within the horizon',
    others: (fitted, bounds, inputs) => `Besides: fitted ${fitted}, bounds ${bounds}, inputs ${inputs}`,
  },
  if: {
    none: 'This case has no ifs.',
    which: ids => `name one or more ifs, or --all. Ifs of this case: ${ids}`,
    removed: '(removed)',
    missing: '(none)',
    together: 'all together',
    cannotCombine: 'cannot be combined',
    judging: 'running the ranges at their ends…',
    end: { low: 'at its lower end', high: 'at its upper end' },
    working: (done, total) => `if ${done} / ${total}…`,
  },
  drill: {
    returns: { 'by-itself': 'by itself', 'by-hand': 'only by hand', 'not-at-all': 'not at all' },
    nothingFalls: 'none',
    impaired: 'impaired only',
    working: (done, total) => `loss ${done} / ${total}…`,
    sum: (falling, total) =>
      `Lost alone, ${falling} of ${total} ${falling === 1 ? 'takes' : 'take'} a service down.`,
  },
  replay: {
    working: 'finding matches and running them…',
    noEvents: id => `${id} has no events, so there is nothing to replay.`,
    badBinding: text => `--bind ${text}: write it as role=id.`,
    unknownRole: id => `There is no role "${id}".`,
    noSuchMatch: (number, count) => `There is no match ${number}; there are ${count}.`,
    outIsFolder: path => `${path} is a folder; give --out the name of a file.`,
    written: path => `Written: ${path}`,
  },
  why: {
    at: time => `The model at ${time}`,
    states: { up: 'up', impaired: 'impaired', down: 'down' },
  },
  path: {
    outage: (name, from, to, total) => `${name}: ${from} to ${to}, ${total}`,
    sum: 'Sum',
  },
  draw: {
    working: id => `drawing the system of ${id}…`,
    nothing: id => `${id} has no component to draw.`,
    written: path => `Wrote the picture to ${path}`,
    before: 'before the first event',
  },
  publish: {
    working: id => `making the report of ${id}…`,
    written: (count, folder) => `Wrote ${count} ${count === 1 ? 'file' : 'files'} to ${folder}`,
    outIsFile: path => `not a folder: ${path}`,
    warnings: count =>
      `There ${count === 1 ? 'is 1 warning' : `are ${count} warnings`}; manil check shows them.`,
  },
  import: {
    notFound: path => `no such file or folder: ${path}`,
    notAFile: path => `neither a file nor a folder: ${path}`,
    tooLarge: path => `too many or too large files; reading stopped at ${path}. Give fewer at a time.`,
    badZone: zone => `${zone}: no such time zone. Write it as Asia/Seoul or Europe/Paris.`,
    badRoles: file => `${file}: a line for each name is needed, such as "hana.kim: duty engineer".`,
    unreadable: path => `${path} cannot be read as YAML. Mend it, or remove it to begin anew.`,
    unknownDraft: key => `${key}: no such draft in the inbox.`,
    ambiguousDraft: key => `${key}: several drafts begin so; write more of it.`,
    refused: reason => `the case was not changed: ${reason}`,
    none: 'The inbox is empty.',
    more: count => `… and ${count} more in the file.`,
    found: (count, folded, before) => {
      const parts = [
        folded > 0 ? `${folded} folded as noise` : '',
        before > 0 ? `${before} known before` : '',
      ]
      const besides = parts.filter(Boolean).join(', ')
      return `${count} ${count === 1 ? 'draft' : 'drafts'}${besides === '' ? '' : ` (${besides})`}`
    },
    next: path => `They wait in ${path}. Edit them there; --accept makes facts of them.`,
    accepted: (count, left) =>
      `${count} ${count === 1 ? 'draft is a fact' : 'drafts are facts'} of the case now; ${left} ${left === 1 ? 'waits' : 'wait'}.`,
    lacking: count =>
      `${count} ${count === 1 ? 'has' : 'have'} no time or no text and ${count === 1 ? 'stays' : 'stay'} in the inbox.`,
    inboxHead:
      '# Drafts of facts, in the order of time. Change times and texts, take lines away, write "skip: true" into what is\n' +
      '# not to be accepted with all; then run manil import with --accept. Nothing here is part of the case yet.',
    importedHead: '# Which facts came from which drafts, with the SHA-256 of each original.',
    peopleHead:
      '# Who is behind a role or a pseudonym: internal, keep it out of repositories. Write a role in the place of a\n' +
      '# pseudonym, and later imports use it.',
  },
  new: {
    notEmpty: path => `the folder is not empty: ${path}. Nothing is overwritten.`,
    written: path => `Made a small case to learn from in ${path}. It is made up.`,
    next: path =>
      `What to try next:\n  manil check ${path}\n  manil run ${path}\n  manil if ${path} --all\n  manil serve ${path}\n`,
  },
  workspace: {
    address: address => `Workspace   ${address}`,
    keyed: 'Opening this address signs in as the owner of this machine. Do not pass it on.',
    takenIn: id => `${id}: taken into the workspace. The folder stays as it is.`,
    notTakenIn: (id, reason) => `${id}: not taken in. ${reason}`,
    firstJoin: address => `Invitation for whoever keeps the workspace (7 days, once):\n  ${address}`,
    noCases: 'There is no case yet. Begin one in the workspace, or start again with the folder of one.',
    badVariable: name => `the value of the variable ${name} cannot be understood.`,
    needsUrl: host =>
      `listening on ${host} lets other machines in. Say by which address people reach it, as in MANIL_URL=https://manil.example.com.`,
    needsEncryption:
      'a workspace that other machines open must be https. Put a proxy that does TLS before it, and set MANIL_URL to https://….',
    faults: {
      'in-use': folder =>
        `another Manil has this data open: ${folder}. End it, or choose another folder with --data.`,
      unreachable: reason =>
        `the database cannot be reached (${reason}). Please look at DATABASE_URL and at the database.`,
      'unusable-folder': folder => `the folder cannot be used: ${folder}`,
      damaged: folder =>
        `the database is damaged: ${folder}. Please restore a backup into an empty folder (manil restore).`,
      'not-utf8': encoding =>
        `the database is encoded in ${encoding}. Please use one that was made with UTF8.`,
      'newer-schema': 'a newer Manil made this data. Please update Manil.',
      'migration-failed': reason =>
        `the database could not be brought up to this version (${reason}). Nothing was changed.`,
    },
    doctorFine: (cases, revisions) =>
      `${cases} ${cases === 1 ? 'case' : 'cases'}, ${revisions} ${revisions === 1 ? 'revision' : 'revisions'}: all whole.`,
    doctorFound: count => `${count} ${count === 1 ? 'thing is' : 'things are'} not whole:`,
    backedUp: path => `Wrote the backup to ${path}`,
    restored: (path, cases) => `Restored ${cases} ${cases === 1 ? 'case' : 'cases'} from ${path}`,
    noBackup: path => `no such file: ${path}`,
    notEmpty:
      'the workspace is not empty. A backup is restored into an empty one; choose a new folder with --data.',
    badBackup: path => `not a backup, or a damaged one: ${path}`,
  },
  serve: {
    library: address => `Library   ${address}`,
    case: (id, address) => `${id}   ${address}`,
    stop: 'Ctrl+C ends it.',
    noCases: path => `no cases in ${path}; manil new makes one.`,
    portTaken: (port, next) => `Port ${port} is taken; using ${next}.`,
    noPort: (first, last) => `no free port from ${first} to ${last}; choose one with --port.`,
    badPort: port => `${port}: a port is a number from 0 to 65535.`,
  },
}
