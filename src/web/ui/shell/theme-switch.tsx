/** Light, dark, or as the system says. */
import { Icon } from "../parts/icon.tsx";
import { Segments } from "../parts/forms.tsx";
import { useWatched } from "../store.ts";
import { type Theme, setTheme, theme } from "../theme.ts";

export function ThemeSwitch() {
  const current = useWatched(theme);
  return (
    <Segments
      name="Colours"
      value={current}
      set={(value) => setTheme(value as Theme)}
      choices={[
        { value: "system", name: "As the system", content: <Icon name="system" /> },
        { value: "light", name: "Light", content: <Icon name="sun" /> },
        { value: "dark", name: "Dark", content: <Icon name="moon" /> },
      ]}
    />
  );
}
