import type { CarrierRequest, Reply } from './carrier';
import { bodyReply, plainReply } from './reply';

interface Document {
  contentType: string;
  draw: () => Promise<Buffer>;
  drawn?: Promise<Buffer>;
}

/** Documents handed out as links below a folder. Each is drawn when it is first opened, and kept. */
export class Links {
  private readonly documents = new Map<string, Document>();

  constructor(private readonly folder: string) {}

  /** An absolute link on the host that the API was called at. */
  add(host: string, name: string, draw: () => Promise<Buffer>, contentType = 'application/pdf'): string {
    const path = `${this.folder}${name}`;
    this.documents.set(path, { contentType, draw });
    return `http://${host}${path}`;
  }

  isLink(path: string): boolean {
    return path.startsWith(this.folder);
  }

  async open({ method, path, query }: CarrierRequest): Promise<Reply> {
    if (method !== 'GET') return plainReply(405, 'Only GET', { Allow: 'GET' });
    const document = this.documents.get(path);
    // `&amp;` that was not turned back asks for a parameter that there is not.
    if (!document || [...query.keys()].some((name) => name.startsWith('amp;'))) return plainReply(404, 'Not found');
    document.drawn ??= document.draw();
    return bodyReply(200, document.contentType, await document.drawn);
  }

  clear(): void {
    this.documents.clear();
  }
}
