/** What reports.ts promises about clients: search, addresses, services. */
import assert from "node:assert/strict";

import type { ClientId } from "../../../src/core/ids.ts";
import { maxClientServices, type ClientSearch } from "../../../src/store/reports.ts";
import type { Store } from "../../../src/store/store.ts";
import { addClients, clientId, contact, minute, rejects, start } from "../fixtures.ts";
import type { StoreCase } from "../store-case.ts";

const [one, two, three, four] = [1, 2, 3, 4].map(clientId) as [
  ClientId,
  ClientId,
  ClientId,
  ClientId,
];
const later = start + 10 * minute;

function searchOf(fields: Partial<ClientSearch> = {}): ClientSearch {
  return { onlineSince: later, sort: "client_id", descending: false, limit: 100, ...fields };
}

/** The last digits of the ids that are found. */
async function found(store: Store, fields: Partial<ClientSearch> = {}): Promise<string> {
  const { clients, total } = await store.reports.searchClients(searchOf(fields));
  assert.equal(clients.length, total);
  return clients.map((client) => client.clientId.slice(-1)).join("");
}

/** Four clients: the first holds a stream, the second was seen late, the third is blacklisted, the fourth only added. */
async function fleet(store: Store): Promise<void> {
  await addClients(store, 4);
  await contact(store, one, { observedAddress: "192.0.2.1:1000", streamingTo: "server:1" });
  await contact(store, two, { observedAddress: "198.51.100.7:1000", time: later });
  await contact(store, three, { observedAddress: "[2001:db8::5]:1000", time: start + minute });
  await store.clients.blacklist([three]);
  await store.clients.setLabels([
    { clientId: one, serviceName: "client", labels: ["linux", "100%"] },
    { clientId: two, serviceName: "client", labels: ["Windows", "büro"] },
    { clientId: three, serviceName: "inventory", labels: ["linux_arm"] },
  ]);
}

const searching: readonly StoreCase[] = [
  {
    name: "a search finds the beginning of an id, and parts of addresses and of labels, whatever their case",
    async run(store) {
      await fleet(store);
      assert.equal(await found(store), "1234");
      assert.equal(await found(store, { words: ["C0000000"] }), "1234");
      assert.equal(await found(store, { words: [two.toUpperCase()] }), "2");
      assert.equal(await found(store, { words: ["0000002"] }), "");
      assert.equal(await found(store, { words: ["51.100"] }), "2");
      assert.equal(await found(store, { words: ["2001:DB8"] }), "3");
      assert.equal(await found(store, { words: ["LINUX"] }), "13");
      assert.equal(await found(store, { words: ["inventory:lin"] }), "3");
      assert.equal(await found(store, { words: ["büro"] }), "2");
    },
  },
  {
    name: "every word must be found, anywhere; none means all",
    async run(store) {
      await fleet(store);
      assert.equal(await found(store, { words: ["linux", "192.0"] }), "1");
      assert.equal(await found(store, { words: ["192.0", "linux", "c0"] }), "1");
      assert.equal(await found(store, { words: ["linux", "windows"] }), "");
      assert.equal(await found(store, { words: [] }), "1234");
      assert.equal(await found(store, { words: [""] }), "1234");
    },
  },
  {
    name: "what would be a pattern elsewhere is text to a search",
    async run(store) {
      await fleet(store);
      assert.equal(await found(store, { words: ["100%"] }), "1");
      assert.equal(await found(store, { words: ["l%x"] }), "");
      assert.equal(await found(store, { words: ["linux_"] }), "3");
      assert.equal(await found(store, { words: ["_inux"] }), "");
      assert.equal(await found(store, { words: ["\\", "'", "*", "?"] }), "");
    },
  },
  {
    name: "a search may ask for a label, a state, and who was seen",
    async run(store) {
      await fleet(store);
      const label = { serviceName: "client", label: "linux" };
      assert.equal(await found(store, { label }), "1");
      assert.equal(await found(store, { label: { ...label, label: "lin" } }), "");
      assert.equal(await found(store, { state: "online" }), "12");
      assert.equal(await found(store, { state: "offline" }), "34");
      assert.equal(await found(store, { state: "online", onlineSince: later + 1 }), "1");
      assert.equal(await found(store, { state: "blacklisted" }), "3");
      assert.equal(await found(store, { seenAfter: start }), "23");
      assert.equal(
        await found(store, { seenAfter: start, words: ["linux"], state: "offline" }),
        "3",
      );
    },
  },
  {
    name: "clients are sorted by id, last contact, address or first contact, both ways, equals by id",
    async run(store) {
      await fleet(store);
      await store.clients.add([
        { clientId: clientId(0), publicKey: Uint8Array.of(1), labels: [], time: start + 5 },
      ]);
      const orders = {
        client_id: "01234",
        last_contact: "14032",
        address: "04123",
        added: "12340",
      } as const;
      for (const [name, order] of Object.entries(orders)) {
        const sort = name as ClientSearch["sort"];
        assert.equal(await found(store, { sort }), order, sort);
        const turned = order.split("").toReversed().join("");
        assert.equal(await found(store, { sort, descending: true }), turned, `${sort} descending`);
      }
    },
  },
  {
    name: "pages of a search follow one another without gap or repetition, each with the total",
    async run(store) {
      await fleet(store);
      for (const sort of ["client_id", "last_contact", "address", "added"] as const) {
        for (const descending of [false, true]) {
          const whole = await found(store, { sort, descending });
          let after: string | undefined;
          let pages = "";
          do {
            const page = await store.reports.searchClients(
              searchOf({ sort, descending, after, limit: 3 }),
            );
            assert.equal(page.total, 4);
            pages += page.clients.map((client) => client.clientId.slice(-1)).join("");
            after = page.next;
          } while (after !== undefined);
          assert.equal(pages, whole, `${sort} ${descending}`);
        }
      }
      const all = await store.reports.searchClients(searchOf({ limit: 4 }));
      assert.equal(all.next, undefined);
      const words = await store.reports.searchClients(searchOf({ words: ["linux"], limit: 1 }));
      assert.equal(words.total, 2);
      const rest = searchOf({ words: ["linux"], limit: 1, after: words.next });
      assert.deepEqual(
        (await store.reports.searchClients(rest)).clients.map((c) => c.clientId),
        [three],
      );
    },
  },
  {
    name: "a search with a place that is none, too many or too long words, or no room, is refused",
    async run(store) {
      const bad: Partial<ClientSearch>[] = [
        { after: "x" },
        { after: `${one}:x`, sort: "last_contact" },
        { words: Array.from({ length: 17 }, () => "a") },
        { words: ["x".repeat(129)] },
        { limit: 0 },
        { limit: -1 },
      ];
      for (const fields of bad)
        await rejects("invalid_argument", store.reports.searchClients(searchOf(fields)));
    },
  },
  {
    name: "a listed client is the client that the store knows, with whether it is online",
    async run(store) {
      await fleet(store);
      const { publicKey: _publicKey, ...record } = (await store.clients.get([two])).get(two) ?? {};
      const [listed] = (await store.reports.searchClients(searchOf({ words: [two] }))).clients;
      assert.deepEqual(listed, { ...record, online: true });
      assert.equal(listed?.addedTime, start);
      assert.deepEqual(await store.reports.client(two, later), listed);
      assert.equal((await store.reports.client(two, later + 1))?.online, false);
      assert.equal(await store.reports.client(clientId(9), later), undefined);
    },
  },
];

const histories: readonly StoreCase[] = [
  {
    name: "a client's addresses are those of its contacts without port, the last used first",
    async run(store) {
      await addClients(store, 2);
      const seen = [
        ["192.0.2.1:1000", 0],
        ["[2001:db8::5]:443", 1],
        ["192.0.2.1:2000", 2],
        ["proxy", 3],
      ] as const;
      for (const [observedAddress, minutes] of seen)
        await contact(store, one, { observedAddress, time: start + minutes * minute });
      await contact(store, two, { observedAddress: "203.0.113.1:1" });
      const of = (address: string, first: number, last: number, contacts: number) => ({
        address,
        firstTime: start + first * minute,
        lastTime: start + last * minute,
        contacts,
      });
      assert.deepEqual(await store.reports.clientAddresses(one, 100), {
        addresses: [of("proxy", 3, 3, 1), of("192.0.2.1", 0, 2, 2), of("2001:db8::5", 1, 1, 1)],
        more: false,
      });
      assert.deepEqual(await store.reports.clientAddresses(one, 2), {
        addresses: [of("proxy", 3, 3, 1), of("192.0.2.1", 2, 2, 1)],
        more: true,
      });
      assert.deepEqual(await store.reports.clientAddresses(clientId(9), 2), {
        addresses: [],
        more: false,
      });
    },
  },
  {
    name: "a client's services are those it named last, with the versions that are known",
    async run(store) {
      await addClients(store, 2);
      const named = (...names: string[]) =>
        names.map((serviceName) => ({ serviceName, signed: serviceName === "B" }));
      await store.clients.setServices(one, named("A", "B"), start);
      await store.clients.noteVersion(one, { serviceName: "B", version: "1.0" }, start + 1);
      await store.clients.noteVersion(one, { serviceName: "system", version: "0.9" }, start + 2);
      await store.clients.noteVersion(one, { serviceName: "A", version: "3" }, start + 2);
      await store.clients.setServices(one, named("C", "B"), start + 3);
      await store.clients.noteVersion(one, { serviceName: "system", version: "1.0" }, start + 4);
      await store.clients.setServices(two, named("A"), start);
    },
    async after(store) {
      const services = await store.reports.clientServices(one);
      assert.deepEqual(services, [
        { serviceName: "B", signed: true, version: "1.0", seenTime: start + 3 },
        { serviceName: "C", signed: false, version: undefined, seenTime: start + 3 },
        { serviceName: "system", signed: undefined, version: "1.0", seenTime: start + 4 },
      ]);
      assert.deepEqual(await store.reports.clientServices(clientId(9)), []);
    },
  },
  {
    name: "of a client's services no more are kept than there is room for",
    async run(store) {
      await addClients(store, 1);
      const many = Array.from({ length: maxClientServices + 10 }, (_, index) => ({
        serviceName: `service ${index}`,
        signed: true,
      }));
      await store.clients.setServices(one, many, start);
      assert.equal((await store.reports.clientServices(one)).length, maxClientServices);
      await store.clients.noteVersion(one, { serviceName: "late", version: "1" }, start);
      assert.equal((await store.reports.clientServices(one)).length, maxClientServices);
      await store.clients.noteVersion(one, { serviceName: "service 1", version: "1" }, start);
      await store.clients.setServices(one, [], start);
      assert.deepEqual(await store.reports.clientServices(one), []);
    },
  },
  {
    name: "services of an unknown client are not_found, and names too long refused",
    async run(store) {
      await addClients(store, 1);
      const long = "x".repeat(129);
      await rejects("not_found", store.clients.setServices(four, [], start));
      await rejects(
        "not_found",
        store.clients.noteVersion(four, { serviceName: "A", version: "1" }, start),
      );
      await rejects(
        "invalid_argument",
        store.clients.setServices(one, [{ serviceName: long, signed: true }], start),
      );
      await rejects(
        "invalid_argument",
        store.clients.noteVersion(one, { serviceName: "A", version: long }, start),
      );
      assert.deepEqual(await store.reports.clientServices(one), []);
    },
  },
];

export const clientReportCases: readonly StoreCase[] = [...searching, ...histories];
