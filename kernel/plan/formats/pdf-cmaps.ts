/** Stand-in, filled below. */
export function builtInData(): object | undefined {
  return undefined;
}
