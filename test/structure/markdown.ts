import { Marked } from 'marked';

/** What a reader finds in a page of Markdown. */
export interface Document {
  links: string[];
  /** As GitHub names them. */
  anchors: string[];
  /** What stands as code, in a sentence or as a block. */
  code: string[];
  /** Rows of cells, the header first. */
  tables: string[][][];
}

export function readDocument(text: string): Document {
  const links: string[] = [];
  const headings: string[] = [];
  const code: string[] = [];
  const tables: string[][][] = [];
  const marked = new Marked({
    renderer: {
      link({ href }) {
        links.push(href);
        return false;
      },
      image({ href }) {
        links.push(href);
        return false;
      },
      html({ text: html }) {
        links.push(...[...html.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, href]) => href ?? ''));
        return false;
      },
      code({ text: block }) {
        code.push(block);
        return false;
      },
      codespan({ text: word }) {
        code.push(word);
        return false;
      },
      heading({ tokens }) {
        headings.push(this.parser.parseInline(tokens, this.parser.textRenderer));
        return false;
      },
      table({ header, rows }) {
        tables.push([header, ...rows].map((row) => row.map((cell) => cell.text)));
        return false;
      },
    },
  });
  marked.parse(text, { async: false });
  return { links, anchors: anchorsOf(headings), code, tables };
}

/** GitHub's rule: letters, digits, hyphens and underscores stay, spaces become hyphens, and a repeated one is numbered. */
function anchorsOf(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
}

/** Rows of all tables whose header begins with these words. */
export function rowsOf(tables: Document['tables'], header: readonly string[]): string[][] {
  return tables
    .filter(([first]) => header.every((word, column) => first?.[column] === word))
    .flatMap(([, ...rows]) => rows);
}
