/** One line of the table: a figure, and whether it holds its bar. Absolute times have no bar: machines differ. */
export interface Result {
  readonly what: string;
  readonly figure: string;
  readonly bar: string;
  readonly holds: boolean | null;
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export const atLeast = (what: string, ratio: number, bar: number, figure = `${ratio.toFixed(2)}×`): Result => ({ what, figure, bar: `≥ ${bar}×`, holds: ratio >= bar });
export const atMost = (what: string, ratio: number, bar: number, figure = `${ratio.toFixed(2)}×`): Result => ({ what, figure, bar: `≤ ${bar}×`, holds: ratio <= bar });
export const shown = (what: string, figure: string): Result => ({ what, figure, bar: "", holds: null });

export function printTable(results: readonly Result[]): void {
  const width = (pick: (result: Result) => string): number => Math.max(...results.map((result) => [...pick(result)].length));
  const [what, figure, bar] = [width((result) => result.what), width((result) => result.figure), width((result) => result.bar)];
  const pad = (words: string, to: number): string => words + " ".repeat(to - [...words].length);
  for (const result of results) {
    console.log(`${pad(result.what, what)}  ${pad(result.figure, figure)}  ${pad(result.bar, bar)}  ${result.holds === null ? "" : result.holds ? "holds" : "BELOW ITS BAR"}`.trimEnd());
  }
}
