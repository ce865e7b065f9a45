// What the page shows at one time.

export interface View {
  title: string;
  element: HTMLElement;
  /** Moves the focus to where reading goes on. */
  focus(): void;
  /** It has come into the page. */
  shown?(): void;
  /** It is about to leave it. */
  left?(): void;
}

/** A view whose reading begins at its heading. */
export function viewOf(
  title: string,
  heading: HTMLElement,
  element: HTMLElement,
  more: Partial<View> = {},
): View {
  heading.tabIndex = -1;
  return {
    title,
    element,
    focus() {
      scrollTo(0, 0);
      heading.focus({ preventScroll: true });
    },
    ...more,
  };
}
