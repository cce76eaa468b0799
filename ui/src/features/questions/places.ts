/** The parts of the designer that the focus moves between. */
export const REGIONS = ["questions-list", "question-editor", "question-panel"] as const;

/** A name for where a finding shows its way out, the same beside the field and in the list. */
export const findingKey = ({ code, path }: { code: string; path: string }) => `${code}@${path}`;

/** Whether a path leads to a place or to something within it. */
export function leadsTo(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
}

const FOCUSABLE = 'input:not([type="hidden"]), textarea, button, select, [tabindex="0"]';

/** Takes the focus to a finding's own button, or else to the field it is about. */
export function focusFinding(root: HTMLElement, key: string, path: string): boolean {
  const notes = [...root.querySelectorAll<HTMLElement>("[data-finding]")];
  const buttons = notes
    .filter((note) => note.dataset.finding === key)
    .map((note) => note.querySelector<HTMLElement>("[data-fix]"));
  return focusOn(buttons.find((button) => button !== null)) || focusPath(root, path);
}

/** Takes the focus to the field at a path, or the nearest one around it. */
export function focusPath(root: HTMLElement, path: string): boolean {
  const fields = [...root.querySelectorAll<HTMLElement>("[data-path]")]
    .filter(({ dataset }) => leadsTo(path, dataset.path ?? ""))
    .sort((a, b) => (b.dataset.path?.length ?? 0) - (a.dataset.path?.length ?? 0));
  const field = fields[0];
  if (!field) return false;
  return focusOn(field.matches(FOCUSABLE) ? field : field.querySelector<HTMLElement>(FOCUSABLE));
}

function focusOn(element: HTMLElement | null | undefined): boolean {
  if (!element) return false;
  element.focus();
  element.scrollIntoView({ block: "nearest" });
  return true;
}

/** The part after or before the one that holds the focus. */
export function focusRegion(step: 1 | -1): void {
  const found = REGIONS.map((id) => document.getElementById(id)).filter((each) => each !== null);
  const here = found.findIndex((region) => region.contains(document.activeElement));
  const next = here < 0 ? 0 : (here + step + found.length) % found.length;
  found[next]?.focus();
}
