import { describe, expect, test } from "bun:test";

import { type Page, PageLoader, type PageRequest } from "../../../../src/web/ui/api/page-loader.ts";

interface Row {
  readonly id: string;
}

/** A listing whose answers are given one by one. */
class Listing {
  readonly requests: PageRequest[] = [];
  readonly loader: PageLoader<Row>;
  #answers: PromiseWithResolvers<Page<Row>>[] = [];

  constructor() {
    this.loader = new PageLoader<Row>({
      fetchPage: (request) => {
        this.requests.push(request);
        const answer = Promise.withResolvers<Page<Row>>();
        this.#answers.push(answer);
        return answer.promise;
      },
      idOf: ({ id }) => id,
      changed: () => {},
    });
  }

  async answer(ids: readonly string[], nextCursor?: string): Promise<void> {
    const rows = ids.map((id) => ({ id }));
    this.#answers.shift()?.resolve({ rows, total: undefined, nextCursor });
    await Promise.resolve();
    await Promise.resolve();
  }

  async fail(): Promise<void> {
    this.#answers.shift()?.reject(new Error("no"));
    await Promise.resolve();
    await Promise.resolve();
  }

  get ids(): string[] {
    return this.loader.state.rows.map(({ id }) => id);
  }
}

describe("a listing page by page", () => {
  test("reads on when somebody comes near the end of what is there", async () => {
    const listing = new Listing();
    listing.loader.reload();
    await listing.answer(["a", "b"], "1");
    listing.loader.need(1);
    expect(listing.requests).toHaveLength(1);
    listing.loader.need(2);
    expect(listing.requests[1]).toEqual({ limit: 1000, cursor: "1" });
    await listing.answer(["c"]);
    expect(listing.ids).toEqual(["a", "b", "c"]);
    listing.loader.need(9);
    expect(listing.requests).toHaveLength(2);
  });

  test("goes on by itself until what is looked at is there", async () => {
    const listing = new Listing();
    listing.loader.reload();
    await listing.answer(["a"], "1");
    listing.loader.need(2);
    // A page may be empty and still have a cursor.
    await listing.answer([], "2");
    await listing.answer(["b", "c"], "3");
    expect(listing.ids).toEqual(["a", "b", "c"]);
    expect(listing.requests).toHaveLength(3);
  });

  test("read again, has new rows first and none twice", async () => {
    const listing = new Listing();
    listing.loader.reload();
    await listing.answer(["a", "b"], "1");
    listing.loader.need(2);
    await listing.answer(["c", "d"], "2");
    listing.loader.reload();
    await listing.answer(["n", "c", "a"], "9");
    expect(listing.ids).toEqual(["n", "c", "a", "d"]);
    // The rows further down are those of the older reading: so is where it goes on.
    expect(listing.loader.state.nextCursor).toBe("2");
  });

  test("asked for again meanwhile, reads once more and not twice", async () => {
    const listing = new Listing();
    listing.loader.reload();
    listing.loader.reload();
    listing.loader.reload();
    expect(listing.requests).toHaveLength(1);
    await listing.answer(["a"]);
    expect(listing.requests).toHaveLength(2);
    await listing.answer(["b"]);
    expect(listing.requests).toHaveLength(2);
    expect(listing.ids).toEqual(["b"]);
  });

  test("keeps what it has when a reading fails, and does not ask on by itself", async () => {
    const listing = new Listing();
    listing.loader.reload();
    await listing.answer(["a"], "1");
    listing.loader.need(1);
    await listing.fail();
    expect(listing.ids).toEqual(["a"]);
    expect(listing.loader.state.problem).toBeInstanceOf(Error);
    expect(listing.requests).toHaveLength(2);
    listing.loader.reload();
    await listing.answer(["a"], "1");
    expect(listing.loader.state.problem).toBeUndefined();
  });

  test("stopped, takes no answer any more", async () => {
    const listing = new Listing();
    listing.loader.reload();
    listing.loader.stop();
    await listing.answer(["a"]);
    expect(listing.ids).toEqual([]);
  });
});
