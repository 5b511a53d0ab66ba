/** What a struct of that type says: the naming, or fields for a text that table names begin with and for names that stay singular. */
export interface NamingConfiguration {
  readonly type: string;
  readonly naming?: TableNaming;
  readonly prefix?: string;
  readonly singular?: string;
}

/**
 * `UserProfile` becomes `user_profiles`, `user_profile`, `UserProfiles`, `userProfiles`, `userprofile` or stays; with `snake-capitals` every
 * capital is a word: `UserID` becomes `user_i_d`; with `plural-snake` the plural comes first: `OAuthStatus` becomes `oauth_status`.
 */
export type TableNaming = "snake-plural" | "plural-snake" | "snake" | "snake-capitals" | "plural" | "camel-plural" | "lower" | "as-written";
