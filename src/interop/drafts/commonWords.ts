/** Handles that are words of every chat about computers: alone, without `@`, they name nobody. */
export const commonWords: ReadonlySet<string> = new Set(
  (
    'admin administrator root user users test tester dev devs ops devops sre infra web www api app apps bot bots db dba ' +
    'data server servers host client cache queue core edge proxy gateway login auth search mail email chat talk pay ' +
    'payment payments order orders service services support help helpdesk desk team teams security network system ' +
    'systems on off call oncall alert alerts monitor monitoring status incident incidents pager build deploy release ' +
    'staging prod production main master backend frontend mobile android ios the all here channel everyone none new old ' +
    'and for from with not but are was has had its you they this that what when where why how who can may will now one'
  ).split(' '),
)

/** Given names that are words too: only with the family name, or a mention, do they name somebody. */
export const commonNames: ReadonlySet<string> = new Set(
  (
    'will mark may june april august grace hope faith joy bill rich chase drew pat sue rose frank grant page dean dale ' +
    'miles chip rob guy ray max summer dawn penny ruby jade amber art gene jack jean josh lance marina norm paris rocky ' +
    'sandy star stone sunny trip van victor violet wade web crystal christian august case clay cliff cloud dash dot echo ' +
    'ford gray hunter iris ivy jasper jay kit lane major mason melody misty nick olive opal pearl pierce port reed rusty ' +
    'sky skip storm terra tony tray trinity unity ward west woody the'
  ).split(' '),
)
