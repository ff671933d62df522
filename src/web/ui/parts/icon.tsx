/** The page's own icons: strokes of one weight on a square of 24. */

const shapes = {
  overview: "M4 13h6V4H4zM14 20h6v-9h-6zM14 4v3h6V4zM4 17v3h6v-3z",
  clients: "M4 5h16v10H4zM9 20h6M12 15v5",
  messages: "M4 5h16v11H9l-5 4z",
  counts: "M5 20V10M12 20V4M19 20v-7",
  send: "M4 12 20 4l-5 16-3-7z",
  broadcasts:
    "M12 12h.01M8.5 15.5a5 5 0 0 1 0-7M15.500 8.500a5 5 0 0 1 0 7M5.600 18.400a9 9 0 0 1 0-12.800M18.400 5.600a9 9 0 0 1 0 12.800",
  files: "M6 3h8l5 5v13H6zM14 3v5h5",
  server: "M4 4h16v6H4zM4 14h16v6H4zM8 7h.01M8 17h.01",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.500 4.500",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6 6 18",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v1M12 20v1M3 12h1M20 12h1M5.600 5.600l.7.7M17.700 17.700l.7.7M18.400 5.600l-.7.7M6.300 17.700l-.7.7",
  moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z",
  system: "M4 5h16v11H4zM9 20h6",
  help: "M9.500 9a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.700M12 16.500h.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  warning: "M12 4 2.500 20h19zM12 10v4M12 17h.01",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8h.01",
  check: "M5 12.500 10 17 19 7",
  cross: "M7 7l10 10M17 7 7 17",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2",
  plus: "M12 5v14M5 12h14",
  up: "M7 14l5-5 5 5",
  down: "M7 10l5 5 5-5",
  right: "M5 12h14M13 6l6 6-6 6",
  handed: "M4 12h12M11 7l5 5-5 5M20 5v14",
  terminal: "M4 5h16v14H4zM8 10l3 2-3 2M13 15h3",
  download: "M12 4v11M7 11l5 4 5-4M5 20h14",
  upload: "M12 16V5M7 9l5-4 5 4M5 20h14",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  stop: "M7 7h10v10H7z",
  ban: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM6 6l12 12",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  leave: "M14 4H5v16h9M10 12h11M17 8l4 4-4 4",
  lock: "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}

export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0f766e" />
      <path d="M8 22 16 9l8 13" fill="none" stroke="#99f6e4" stroke-width="2" />
      <circle cx="16" cy="9" r="4" fill="#fff" />
      <circle cx="8" cy="22" r="3.200" fill="#fff" />
      <circle cx="24" cy="22" r="3.200" fill="#fff" />
    </svg>
  );
}
