/** The process's environment. The only file that reads it; everything else is handed what it needs. */
export type Environment = Readonly<Record<string, string | undefined>>;

export const readEnvironment = (): Environment => Object.freeze({ ...process.env });
