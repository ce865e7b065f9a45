// Moving in a table by arrow keys (https://www.w3.org/WAI/ARIA/apg/patterns/grid/): the table is one stop of the Tab key.

export interface GridKeys {
  /** Rows or columns are others now; `columns` are the indices of those that are shown. */
  reset(columns: number[]): void;
  /** Focuses where one was in the table, or its first row. */
  focus(): void;
}

/** `scroller`: what the table scrolls in. */
export function gridKeys(scroller: HTMLElement, table: HTMLTableElement): GridKeys {
  let columns: number[] = [];
  let current: HTMLElement | undefined;

  const rows = () => [...table.rows].filter((row) => !row.classList.contains("belts"));
  const makeCurrent = (target: HTMLElement) => {
    if (current) current.tabIndex = -1;
    current = target;
    current.tabIndex = 0;
  };
  const first = () => {
    const row = table.tBodies[0]!.rows[0] ?? rows()[0]!;
    return targetIn(row.cells[0]!);
  };

  table.addEventListener("focusin", (event) => makeCurrent(event.target as HTMLElement));
  table.addEventListener("keydown", (event) => {
    const cell = (event.target as Element).closest<HTMLTableCellElement>("th, td");
    if (!cell || event.altKey || event.metaKey) return;
    const all = rows();
    const at = {
      row: all.indexOf(cell.parentElement as HTMLTableRowElement),
      column: columns.indexOf(cell.cellIndex),
    };
    const page = Math.max(1, Math.floor(scroller.clientHeight / cell.offsetHeight) - 4);
    const to = moved(event, at, { rows: all.length - 1, columns: columns.length - 1, page });
    if (!to) return;
    event.preventDefault();
    const row = all[clamp(to.row, all.length - 1)]!;
    targetIn(row.cells[columns[clamp(to.column, columns.length - 1)]!]!).focus();
  });
  return {
    reset(shown) {
      columns = shown;
      const kept =
        current?.isConnected && columns.includes(current.closest<HTMLTableCellElement>("th, td")!.cellIndex);
      if (!kept) makeCurrent(first());
    },
    focus: () => current?.focus(),
  };
}

interface Place {
  row: number;
  column: number;
}

function moved(
  event: KeyboardEvent,
  { row, column }: Place,
  last: { rows: number; columns: number; page: number },
) {
  const far = event.ctrlKey;
  const moves: Record<string, Place> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - last.page, column },
    PageDown: { row: row + last.page, column },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? last.rows : row, column: last.columns },
  };
  return moves[event.key];
}

function clamp(index: number, last: number): number {
  return Math.max(0, Math.min(index, last));
}

/** What takes the focus in a cell: what can be used there, or the cell itself. */
function targetIn(cell: HTMLTableCellElement): HTMLElement {
  const target = cell.querySelector<HTMLElement>("a, button") ?? cell;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  return target;
}
