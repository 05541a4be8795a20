import { type Html, type HtmlPart, html } from '../messages/html.ts'

/** What a table is made of. */
export interface TableParts {
  readonly id?: string
  /** What it is a table of; only who cannot see it needs to be told. */
  readonly caption: string
  /** What stands at the head of each column. */
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  /** Whether the first cell of a row names it, and is read out with the others. */
  readonly namesRows?: true
}

/** A row of a table: a cell for each column. */
export interface TableRow {
  readonly id?: string
  readonly cells: readonly HtmlPart[]
}

/**
 * Makes a table. On narrow screens its cells stand one below the other, each with the head of its
 * column; that takes from them what makes them cells to who cannot see, so the roles say it.
 */
export function table(parts: TableParts): Html {
  const { id, caption, columns, rows } = parts
  const heads = columns.map((label) => html`<th scope="col" role="columnheader">${label}</th>`)
  return html`<table class="wikitable jeton-table" role="table"${idOf(id)}>
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => tableRow(row, parts))}</tbody>
</table>
`
}

function tableRow({ id, cells }: TableRow, { columns, namesRows }: TableParts): Html {
  const cell = (part: HtmlPart, at: number): Html =>
    namesRows && at === 0
      ? html`<th scope="row" role="rowheader">${part}</th>`
      : html`<td role="cell" data-label="${columns[at]}">${part}</td>`
  return html`<tr role="row"${idOf(id)}>${cells.map(cell)}</tr>\n`
}

function idOf(id: string | undefined): Html | undefined {
  return id === undefined ? undefined : html` id="${id}"`
}
