/** What a refusal is about: names, limits. */
export type RefusalValues = Readonly<Record<string, string | number>>
