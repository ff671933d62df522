/** Begins: colours, addresses, session, then the page. */
import { render } from "preact";

import { App } from "./app.tsx";
import { startRouter } from "./router.ts";
import { watchSession } from "./session.ts";
import { startTheme } from "./theme.ts";

startTheme();
startRouter();
watchSession();
const root = document.getElementById("app");
if (root !== null) render(<App />, root);
