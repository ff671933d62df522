/**
 * "Did you mean …?" for a name that is not known.
 */

const maxListed = 8;

/** A hint that names the closest of `known`, or lists them all if there are few; else none. */
export function suggestion(unknown: string, known: readonly string[]): string | undefined {
  const closest = closestName(unknown, known);
  if (closest !== undefined) return `Did you mean "${closest}"?`;
  if (known.length === 0) return "Nothing can stand here.";
  if (known.length > maxListed) return undefined;
  return `Known here: ${known.toSorted().join(", ")}.`;
}

function closestName(unknown: string, known: readonly string[]): string | undefined {
  const wanted = normalize(unknown);
  // Two letters that changed places count as two.
  const limit = wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  const ranked = known
    .map((name) => ({ name, distance: editDistance(wanted, normalize(name)) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance);
  return ranked[0]?.name;
}

/** camelCase, dashes and capitals are the same name to a person. */
function normalize(name: string): string {
  return name.slice(0, 100).replaceAll(/[_-]/g, "").toLowerCase();
}

/** Levenshtein's: insertions, removals and replacements of one character. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const replaced = (previous[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
