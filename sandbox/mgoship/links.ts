import { randomBytes } from 'node:crypto';
import { drawLabels, type LabelPage, type PaperSize } from '../label';

interface Document {
  paper: PaperSize;
  pages: readonly LabelPage[];
}

/** Labels handed out as links of the sample's form: `<prefix>/label/inorder/<random>/<orderNo>_<size>.pdf`. */
export class LabelLinks {
  private readonly documents = new Map<string, Document>();

  constructor(private readonly prefix: string) {}

  /** An absolute link on the host the API was called at. */
  add(host: string, name: string, paper: PaperSize, pages: readonly LabelPage[]): string {
    const path = `${this.prefix}/label/inorder/${randomBytes(6).toString('base64url')}/${name}.pdf`;
    this.documents.set(path, { paper, pages });
    return `http://${host}${path}`;
  }

  isLink(path: string): boolean {
    return path.startsWith(`${this.prefix}/label/`);
  }

  async open(path: string): Promise<Buffer | undefined> {
    const document = this.documents.get(path);
    return document && drawLabels(document.pages, document.paper);
  }

  clear(): void {
    this.documents.clear();
  }
}
