/** How a broken store is made of a good one: some methods of one part are other ones. */
import type { Store } from "../../src/store/store.ts";

type Part = Exclude<keyof Store, "prune" | "checkWritable" | typeof Symbol.asyncDispose>;

/** Takes a good store, whose parts are plain objects; gives one that differs in a single way. */
export type Breakage = (good: Store) => Store;

export function replace<Name extends Part>(
  name: Name,
  methods: (good: Store[Name], store: Store) => Partial<Store[Name]>,
): Breakage {
  return (good) => ({
    ...good,
    [name]: { ...good[name], ...methods(good[name], good) },
    [Symbol.asyncDispose]: () => good[Symbol.asyncDispose](),
  });
}
