import { randomUUID } from 'node:crypto';
import { drawLabels, type LabelPage, type PaperSize } from '../label';

interface Document {
  paper: PaperSize;
  pages: readonly LabelPage[];
  pdf?: Promise<Buffer>;
}

/** Documents handed out as links: `<prefix>/PDF/<uuid>.pdf`. Each is drawn when first opened and kept. */
export class DocumentLinks {
  private readonly documents = new Map<string, Document>();

  constructor(private readonly prefix: string) {}

  /** An absolute link on the host the API was called at. */
  add(host: string, paper: PaperSize, pages: readonly LabelPage[]): string {
    const path = `${this.prefix}/PDF/${randomUUID()}.pdf`;
    this.documents.set(path, { paper, pages });
    return `http://${host}${path}`;
  }

  isLink(path: string): boolean {
    return path.startsWith(`${this.prefix}/PDF/`);
  }

  open(path: string): Promise<Buffer> | undefined {
    const document = this.documents.get(path);
    if (document) document.pdf ??= drawLabels(document.pages, document.paper);
    return document?.pdf;
  }

  clear(): void {
    this.documents.clear();
  }
}
