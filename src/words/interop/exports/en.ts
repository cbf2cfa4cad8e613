import type { ko } from './ko.js'

/** What is said of archives and of the data of tools. */
export const en: typeof ko = {
  'archive-too-large': ({ limit }) => `The archive has more than ${limit} bytes and was not opened.`,
  'archive-unreadable': () => 'This cannot be read as a zip archive. Please download it once more.',
  'archive-too-many-entries': ({ limit }) =>
    `The archive has more than ${limit} entries and was not opened. Please leave only the channels and days that matter.`,
  'archive-bomb': ({ entry, limit }) =>
    `Unpacked, ${entry} goes beyond the limit of ${limit} bytes, so nothing of the archive was read.`,
  'archive-unsafe-name': ({ entry }) => `${entry}: its name leads out of the archive, so it was left out.`,
  'archive-link': ({ entry }) => `${entry}: a link, left out.`,
  'archive-encrypted': ({ entry }) =>
    `${entry}: under a password, so it cannot be read. Please remove the password and import again.`,
  'archive-method': ({ entry }) => `${entry}: packed in a way that is not known, left out.`,
  'archive-duplicate': ({ entry }) => `${entry}: the name is there twice; only the first was read.`,
  'archive-damaged': ({ entry }) => `${entry}: damaged, cannot be read.`,
  'archive-nested': ({ entry }) =>
    `${entry}: archives within an archive are not opened. Please unpack it and import it on its own.`,
  'archive-empty': () => 'There is nothing in the archive.',
  'json-too-large': ({ limit }) => `The file has more than ${limit} bytes and was not read. Please split it.`,
  'json-too-deep': ({ limit }) =>
    `Values lie more than ${limit} deep within each other, so the file was not read.`,
  'not-utf8': () => 'The file is not UTF-8 text and was not read.',
  'not-json': () => 'The file is not JSON. Please download it from its tool once more.',
  'too-many-drafts': ({ limit, left }) =>
    `One import gives up to ${limit} drafts; ${left} more were left out. Please import shorter periods.`,
  'drafts-without-time': ({ count }) =>
    `${count} ${count === 1 ? 'draft has' : 'drafts have'} no time that could be read.`,
  'slack-nothing': () =>
    'There are no Slack messages. Please give the folder or the zip of the export, with the days of its channels.',
  'slack-no-messages': () => 'The file has no messages and was left out.',
  'slack-no-users': () =>
    'users.json is missing, so names in texts cannot be told. Please look whether names are left in the drafts.',
  'slack-direct-messages': ({ count }) =>
    `There ${count === 1 ? 'is 1 private conversation' : `are ${count} private conversations`} in it. Please make sure that those who wrote there know.`,
  'alertmanager-nothing': () => 'There are no alerts of Alertmanager.',
  'alertmanager-no-alerts': () => 'The notification has no alerts.',
  'alertmanager-unknown': ({ place }) =>
    `${place}: not a notification of Alertmanager. It needs alerts with labels and startsAt.`,
  'alertmanager-card': ({ place }) =>
    `${place}: a card made for a messenger, without times. Please import the notification that Alertmanager sent.`,
  'alertmanager-says-nothing': ({ place }) => `${place}: an alert without a name or a description, left out.`,
  'alertmanager-no-start': ({ place }) => `${place}: an alert that does not say when it began (startsAt).`,
  'pagerduty-nothing': () => 'There are no incidents or log entries of PagerDuty.',
  'pagerduty-unknown': ({ place }) =>
    `${place}: not from PagerDuty. It needs incidents, log_entries, or the event of a webhook.`,
  'statuspage-nothing': () => 'There are no incidents of a status page.',
  'statuspage-state-only': () =>
    'The file tells how things are now and has no incidents. Please import incidents.json.',
  'statuspage-unknown': () => 'Not an incident of a status page. Please import incidents.json.',
  'google-cloud-nothing': () => 'There are no incidents of Google Cloud.',
  'google-cloud-unknown': ({ place }) =>
    `${place}: not an incident of Google Cloud. It needs begin and updates.`,
}
