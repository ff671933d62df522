/** The width that an element has on the screen: charts are drawn for it, so that nothing in them is stretched. */
import { useEffect, useRef, useState } from "preact/hooks";

export function useWidth<T extends HTMLElement>(initial: number) {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    const watchedElement = element.current;
    if (watchedElement === null) return undefined;
    setWidth(watchedElement.clientWidth || initial);
    const observer = new ResizeObserver(() => setWidth(watchedElement.clientWidth || initial));
    observer.observe(watchedElement);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}
