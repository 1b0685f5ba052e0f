/** Turns of phrase, by the type of clause that they speak for or against. */
export type Rules = Readonly<Record<string, readonly RegExp[]>>;

/** What counts only after another: `pattern` in a unit where `after` stands in one of the `within` units before it. */
export type FollowingRule = { readonly after: RegExp; readonly pattern: RegExp; readonly within: number };
