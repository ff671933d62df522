/** JSON that is equal for values that are equal: members in the order of their names, at every depth. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value ?? {}, (_, member: unknown) =>
    isRecord(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
