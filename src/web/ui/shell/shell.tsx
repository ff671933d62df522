/** Navigation beside the view, the banner of a lost connection above it. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

import { feedState, startFeed, stopFeed } from "../live/feed.ts";
import { Icon, Logo } from "../parts/icon.tsx";
import { Toast } from "../parts/toast.tsx";
import { usePlace } from "../router.ts";
import type { MatchedRoute } from "../routes.ts";
import { routePath } from "../routes.ts";
import { useWatched } from "../store.ts";
import { useSettled } from "../text/time.tsx";
import { HelpDialog, useKeys } from "./keys.tsx";
import { Navigation } from "./navigation.tsx";
import { SessionMenu } from "./session-menu.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

export function Shell(props: {
  readonly route: MatchedRoute | undefined;
  readonly children: ComponentChildren;
}) {
  const { path } = usePlace();
  const [open, setOpen] = useState(false);
  const [help, setHelp] = useState(false);
  useKeys(() => setHelp(true));
  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    startFeed();
    return stopFeed;
  }, []);
  return (
    <div class="shell">
      <a class="skip" href="#main" onClick={focusMain}>
        Skip to the content
      </a>
      <div class="top">
        <Brand />
        <FeedMark short />
        <button
          type="button"
          class="button quiet square"
          aria-label="Menu"
          aria-expanded={open}
          aria-controls="side"
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? "close" : "menu"} />
        </button>
      </div>
      <header class={open ? "side open" : "side"} id="side">
        <Brand />
        <Navigation current={props.route?.name} />
        <div class="side-foot">
          <FeedMark />
          <SessionMenu />
          <div class="row spread">
            <ThemeSwitch />
            <button
              type="button"
              class="button quiet square"
              aria-label="Keyboard help"
              title="Keyboard help (?)"
              onClick={() => setHelp(true)}
            >
              <Icon name="help" />
            </button>
          </div>
        </div>
      </header>
      <div>
        <Banner />
        <main class="main" id="main" tabIndex={-1}>
          {props.children}
        </main>
      </div>
      <Toast />
      {help && <HelpDialog close={() => setHelp(false)} />}
    </div>
  );
}

function focusMain(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

function Brand() {
  return (
    <a class="brand" href={routePath("overview")}>
      <Logo />
      Fleet
    </a>
  );
}

const feedWords = { connecting: "Connecting", live: "Live", lost: "Not connected" };

function FeedMark({ short = false }: { readonly short?: boolean }) {
  const state = useWatched(feedState);
  const kind = { connecting: "warn", live: "ok", lost: "bad" }[state];
  return (
    <div class="feed-state" title={`Events: ${feedWords[state].toLowerCase()}`}>
      <span class={`dot ${kind}`} />
      <span class={short ? "sr-only" : ""}>{feedWords[state]}</span>
    </div>
  );
}

/** A hiccup is no banner. */
const bannerAfterMs = 1500;

function Banner() {
  const state = useWatched(feedState);
  const settled = useSettled(state, bannerAfterMs);
  const lost = state === "lost" && settled === "lost";
  return (
    <div role="status">
      {lost && (
        <div class="banner">
          <Icon name="warning" />
          <span>
            The connection to the server is lost. What you see may be old; it is tried again by
            itself.
          </span>
        </div>
      )}
    </div>
  );
}
