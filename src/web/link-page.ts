/** The page of a one-time link: one button. It stands apart from the status page, which is for those who are logged in. */

/** @param problem why the last attempt did not work, as plain text. */
export function linkPage(problem?: string, hint?: string): string {
  const told =
    problem === undefined
      ? ""
      : `<p class="problem" role="alert">${escapeHtml(problem)}</p><p>${escapeHtml(hint ?? "")}</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Log in – fleet</title>
<link rel="stylesheet" href="/link/link.css">
<script src="/link/link.js" defer></script>
</head>
<body>
<main>
<h1>Log in to this server</h1>
${told}
<form method="post" action="/link" id="form" hidden>
<p>This link works once. Whoever uses it is let in on this browser.</p>
<input type="hidden" name="login" id="login">
<button type="submit" id="button">Log in</button>
</form>
<p id="none">This page needs the whole link, with what stands behind the “#”, and scripts allowed.
On the server's machine, <code>fleet web login</code> prints a new one.</p>
</main>
</body>
</html>
`;
}

export const linkScript = `"use strict";
const login = location.hash.slice(1);
if (login !== "") {
  // Not to stay in the address, nor in the history.
  history.replaceState(null, "", location.pathname);
  document.getElementById("login").value = login;
  document.getElementById("form").hidden = false;
  document.getElementById("none").hidden = true;
  document.getElementById("button").focus();
}
`;

export const linkStyle = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText; }
main { max-width: 26rem; padding: 2rem; }
h1 { font-size: 1.4rem; margin: 0 0 1rem; }
button { font: inherit; padding: .6rem 1.4rem; border-radius: .5rem; border: 0; background: #1d5fd1; color: #fff; cursor: pointer; }
button:focus-visible { outline: 3px solid #7fb0ff; outline-offset: 2px; }
.problem { border-left: .25rem solid #c62828; padding-left: .75rem; }
code { font-family: ui-monospace, monospace; }
`;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}
