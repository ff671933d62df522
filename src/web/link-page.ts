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
<title>Sign in – Fleet</title>
<link rel="stylesheet" href="/link/link.css">
<script src="/link/link.js" defer></script>
</head>
<body>
<main>
<h1>Sign in to this server</h1>
${told}
<form method="post" action="/link" id="form" hidden>
<p>This link works once. Whoever uses it is let in on this browser.</p>
<input type="hidden" name="login" id="login">
<button type="submit" id="button">Sign in</button>
</form>
<p id="none"${told === "" ? "" : " hidden"}>This page needs the whole link, with what stands behind the “#”, and scripts allowed.
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

/** The colours are those of the status page (ui/style/tokens.css). */
export const linkStyle = `:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f4f6f8, #0c1218); color: light-dark(#14202c, #e9eef4); }
main { box-sizing: border-box; width: min(32rem, calc(100vw - 2rem)); padding: 2rem; border: 1px solid light-dark(#dde3ea, #273341); border-radius: .625rem; background: light-dark(#fff, #141c25); }
h1 { font-size: 1.5rem; letter-spacing: -.015em; margin: 0 0 1rem; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
main > :last-child, form > :last-child { margin-bottom: 0; }
button { font: inherit; font-weight: 600; padding: .4rem 1.2rem; border-radius: .375rem; border: 0; background: light-dark(#0b6b63, #3fd0bd); color: light-dark(#fff, #06211e); cursor: pointer; }
button:focus-visible { outline: 2px solid light-dark(#0b6b63, #3fd0bd); outline-offset: 2px; }
.problem { border-left: 3px solid light-dark(#b3261e, #ff9a90); padding-left: .75rem; }
code { font-family: ui-monospace, monospace; }
`;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}
