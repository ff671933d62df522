/** Which view is shown, and what is around it. */
import { useEffect, useRef } from "preact/hooks";

import { Shell } from "./shell/shell.tsx";
import { matchRoute } from "./routes.ts";
import type { MatchedRoute } from "./routes.ts";
import { usePlace } from "./router.ts";
import { signedOut } from "./session.ts";
import { useWatched } from "./store.ts";
import { BroadcastsView } from "./views/broadcasts.tsx";
import { BroadcastView } from "./views/broadcast.tsx";
import { ClientView } from "./views/client.tsx";
import { ClientsView } from "./views/clients.tsx";
import { CountsView } from "./views/counts.tsx";
import { FilesView } from "./views/files.tsx";
import { LoginView } from "./views/login.tsx";
import { MessageView } from "./views/message.tsx";
import { MessagesView } from "./views/messages.tsx";
import { NotFoundView } from "./views/not-found.tsx";
import { OverviewView } from "./views/overview.tsx";
import { SendView } from "./views/send.tsx";
import { ServerView } from "./views/server.tsx";

export function App() {
  const { path } = usePlace();
  const problem = useWatched(signedOut);
  const route = matchRoute(path);
  const shown = useRef(path);
  useEffect(() => {
    // Somebody who reads with the ears hears where they are. A page that was just opened begins at its beginning.
    if (shown.current !== path) document.getElementById("main")?.focus({ preventScroll: true });
    shown.current = path;
  }, [path]);
  if (route?.name === "login" || problem !== undefined) return <LoginView problem={problem} />;
  return (
    <Shell route={route}>
      {route === undefined ? <NotFoundView /> : <CurrentView route={route} />}
    </Shell>
  );
}

function CurrentView({ route: { name, id } }: { readonly route: MatchedRoute }) {
  switch (name) {
    case "overview":
      return <OverviewView />;
    case "clients":
      return <ClientsView />;
    case "client":
      return <ClientView id={id} key={id} />;
    case "messages":
      return <MessagesView />;
    case "message":
      return <MessageView id={id} key={id} />;
    case "counts":
      return <CountsView />;
    case "send":
      return <SendView />;
    case "broadcasts":
      return <BroadcastsView />;
    case "broadcast":
      return <BroadcastView id={id} key={id} />;
    case "files":
      return <FilesView />;
    case "server":
      return <ServerView />;
    case "login":
      return <LoginView problem={undefined} />;
  }
}
