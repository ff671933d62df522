/** The list of views, and how many alerts there are, whatever is looked at. */
import type { Overview } from "../api/types.ts";
import { useResource } from "../api/use-resource.ts";
import { useInterval } from "../live/use-interval.ts";
import { useLiveReload } from "../live/use-live.ts";
import { Icon, type IconName } from "../parts/icon.tsx";
import { type RouteName, routePath } from "../routes.ts";
import { plural } from "../text/format.ts";

interface Entry {
  readonly route: RouteName;
  readonly name: string;
  readonly icon: IconName;
  /** Further views that belong to it. */
  readonly also?: RouteName;
}

const groups: readonly { readonly name?: string; readonly entries: readonly Entry[] }[] = [
  {
    entries: [
      { route: "overview", name: "Overview", icon: "overview" },
      { route: "clients", name: "Clients", icon: "clients", also: "client" },
      { route: "messages", name: "Messages", icon: "messages", also: "message" },
      { route: "counts", name: "Counts", icon: "counts" },
    ],
  },
  {
    name: "Act",
    entries: [
      { route: "send", name: "Send", icon: "send" },
      { route: "broadcasts", name: "Broadcasts", icon: "broadcasts", also: "broadcast" },
      { route: "files", name: "Files", icon: "files" },
    ],
  },
  { name: "System", entries: [{ route: "server", name: "Server", icon: "server" }] },
];

export function Navigation({ current }: { readonly current: RouteName | undefined }) {
  return (
    <nav class="nav" aria-label="Views">
      {groups.map(({ name, entries }) => (
        <>
          {name !== undefined && <div class="nav-group">{name}</div>}
          <ul>
            {entries.map(({ route, name: title, icon, also }) => (
              <li key={route}>
                <a
                  href={routePath(route)}
                  aria-current={
                    current === route
                      ? "page"
                      : current !== undefined && current === also
                        ? "true"
                        : undefined
                  }
                >
                  <Icon name={icon} />
                  {title}
                  {route === "overview" && <AlertBadge />}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </nav>
  );
}

/** Alerts come as events; between them, for what was missed. */
const refreshMs = 30_000;

function AlertBadge() {
  const { data, reload } = useResource<Overview>("/overview");
  useInterval(reload, refreshMs);
  useLiveReload(reload, ({ type }) => type.startsWith("alert."));
  const count = data?.alerts.filter(({ severity }) => severity !== "info").length ?? 0;
  if (count === 0) return null;
  return (
    <span class="badge bad" role="img" aria-label={plural(count, "alert")}>
      {count}
    </span>
  );
}
