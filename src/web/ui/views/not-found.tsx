/** For an address that no view has. */
import { View } from "../parts/layout.tsx";
import { Empty } from "../parts/states.tsx";
import { usePlace } from "../router.ts";
import { routePath } from "../routes.ts";
import { Text } from "../text/text.tsx";

export function NotFoundView() {
  const { path } = usePlace();
  return (
    <View title="Not found">
      <div class="card">
        <Empty icon="search" title="There is no such view">
          <p>
            Nothing has the address{" "}
            <code>
              <Text value={path} />
            </code>
            . The link may be old, or something is missing at its end.
          </p>
          <div class="actions">
            <a class="button primary" href={routePath("overview")}>
              To the overview
            </a>
            <a class="button" href={routePath("clients")}>
              To the clients
            </a>
          </div>
        </Empty>
      </div>
    </View>
  );
}
