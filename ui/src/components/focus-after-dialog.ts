/** Take the focus once the dialog that was closed has given it back to where it was opened, which
 * may be gone by then, as an item of a menu is. */
export function focusAfterDialog(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus({ preventScroll: true })));
}
