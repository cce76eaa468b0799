/** Whether a key goes into a field, so that it is not ours. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Whether a dialog is open; the keys of the page below it rest meanwhile. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"]') !== null;
}
