// What scrolls sideways can be reached by keyboard, and only then is a stop.
export function reachable(frame: HTMLElement): () => void {
  const look = () => {
    if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
    else frame.removeAttribute('tabindex');
  };
  const watch = new ResizeObserver(look);
  watch.observe(frame);
  for (const child of frame.children) watch.observe(child);
  return () => watch.disconnect();
}
