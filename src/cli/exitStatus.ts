/** How a command ended: `fine`; `findings`, it did its work and found something wrong; `cannotDo`, it could not do its work. */
export const exitStatus = { fine: 0, findings: 1, cannotDo: 2 } as const

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus]
