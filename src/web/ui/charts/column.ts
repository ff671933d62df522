/** One column of a chart. */

export interface Column {
  readonly name: string;
  /** Stacked from below. */
  readonly parts: readonly {
    readonly name: string;
    readonly color: string;
    readonly value: number;
  }[];
}
