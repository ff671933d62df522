/** Cycles in the graph of imports: which files import themselves by way of others. */

/**
 * @param graph each file with the files that it imports; what is not a key counts as a leaf.
 * @returns each group of files that reach one another, as one closed walk (first file repeated at the end).
 */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const onPath = new Set<string>();

  function visit(file: string): void {
    if (onPath.has(file)) cycles.push([...path.slice(path.indexOf(file)), file]);
    if (done.has(file)) return;
    done.add(file);
    path.push(file);
    onPath.add(file);
    for (const next of graph.get(file) ?? []) visit(next);
    path.pop();
    onPath.delete(file);
  }

  for (const file of graph.keys()) visit(file);
  return cycles;
}
