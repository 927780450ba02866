import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, selectors, type Browser, type Locator, type Page } from 'playwright-core';
import { objectOf, textOf } from '../carriers/shared/json-value';
import { PROJECT_ROOT } from '../engine';
import { temporaryFolder, waitFor } from './machine';
import type { Rest } from './rest';

const IMAGES = path.join(PROJECT_ROOT, 'docs/images');

/** n8n's editor names its parts by this attribute. */
selectors.setTestIdAttribute('data-test-id');

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** n8n's editor in a browser window of 1400 x 900, logged in. */
export class Editor {
  /** Hosts other than n8n's own that a page asked for. */
  readonly strangers = new Set<string>();

  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('request', (request) => {
      const { protocol, hostname, host } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') this.strangers.add(host);
    });
  }

  static async open({ url, cookie }: Rest): Promise<Editor> {
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: FLAGS,
      env: { ...process.env, HOME: await temporaryFolder('browser') },
    });
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, acceptDownloads: true });
    const [name = '', value = ''] = cookie.split('=', 2);
    await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    return new Editor(browser, page, url);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  part(testId: string): Locator {
    return this.page.getByTestId(testId).filter({ visible: true });
  }

  /** The canvas of a workflow. */
  async openWorkflow(workflowId: string): Promise<void> {
    await this.page.goto(`${this.url}/workflow/${workflowId}`);
    await this.part('canvas-node').first().waitFor();
  }

  /** The form of one node. */
  async openNode(workflowId: string, nodeId: string): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(`${this.url}/workflow/${workflowId}/${nodeId}`);
    await this.part('parameter-input-operation').waitFor();
  }

  /** What the node panel finds. */
  async searchNodes(words: string): Promise<string[]> {
    if ((await this.part('node-creator').count()) === 0) await this.page.keyboard.press('n');
    await this.part('node-creator').getByRole('textbox').first().fill(words);
    await this.part('node-creator-item-name').first().waitFor();
    // The list follows the typed words after a moment.
    await this.page.waitForTimeout(600);
    return this.part('node-creator-item-name').allInnerTexts();
  }

  /**
   * Adds a node behind the last one by the panel, as the README leads to it, and opens its form.
   * @param seen while the panel shows the actions of the node
   */
  async addNode(node: string, action: string, seen?: () => Promise<void>): Promise<void> {
    await this.part('canvas-handle-plus').click();
    await this.searchNodes('shipping');
    const entry = await this.actionOf(node, action);
    await seen?.();
    await entry.click();
    await this.part('parameter-input-operation').waitFor();
  }

  /** All steps that the panel lists for a node. @param action one of them */
  async actionsOf(node: string, action: string): Promise<string[]> {
    await this.searchNodes(node);
    await this.actionOf(node, action);
    return this.part('node-creator-item-name').allInnerTexts();
  }

  /** Opens the steps of a node that the panel has found. @returns one of them */
  private async actionOf(node: string, action: string): Promise<Locator> {
    const names = this.part('node-creator-item-name');
    await names.getByText(node, { exact: true }).click();
    const entry = names.getByText(action, { exact: true });
    await entry.waitFor();
    return entry;
  }

  /** Names of the options that a dropdown shows. */
  async optionsOf(parameter: string): Promise<string[]> {
    await this.part(`parameter-input-${parameter}`).first().click();
    await this.part('parameter-input-item').first().waitFor();
    const names = await this.part('parameter-input-item').locator('.option-headline').allInnerTexts();
    // Not by Escape: where the dropdown has lost the focus, that closes the whole form.
    await this.part(`parameter-input-${parameter}`).first().click();
    await this.part('parameter-input-item').first().waitFor({ state: 'hidden' });
    return names.map((name) => name.trim());
  }

  async choose(parameter: string, option: string): Promise<void> {
    await this.part(`parameter-input-${parameter}`).first().click();
    const headline = this.page.locator('.option-headline').getByText(option, { exact: true });
    await this.part('parameter-input-item').filter({ has: headline }).click();
    await this.part('parameter-input-item').first().waitFor({ state: 'hidden' });
  }

  /** Lets an expression choose what a dropdown of the form chooses. */
  async chooseByExpression(parameter: string): Promise<void> {
    const options = this.part(`${parameter}-parameter-input-options-container`);
    await options.hover();
    await options.getByTestId('radio-button-expression').click();
  }

  /** Names of the credentials that the form asks for. */
  async credentialLabels(): Promise<string[]> {
    const labels = await this.part('credentials-label').allInnerTexts();
    return labels.map((label) => label.trim());
  }

  /** Labels of the form below Operation, without those inside of a group. */
  async labels(): Promise<string[]> {
    const parts = this.part('node-parameters').getByTestId('parameter-item').filter({ visible: true });
    const all = await parts.evaluateAll(labelsOfOuter);
    return all.slice(all.indexOf('Operation') + 1);
  }

  /** Opens a resource locator's list. */
  async openList(parameter: string): Promise<void> {
    const locator = this.part(`resource-locator-${parameter}`);
    await locator.scrollIntoViewIfNeeded();
    await locator.getByTestId('rlc-mode-selector').click();
    await this.part('mode-list').click();
    await locator.getByTestId('rlc-input').click();
  }

  /** Types into an open list. @returns the entries once they have changed, not while they are loading */
  async searchList(words: string): Promise<string[]> {
    const entries = this.part('rlc-item');
    const before = await entries.count();
    await this.part('rlc-search').first().fill(words);
    return waitFor('The list changed', async () => {
      const found = await entries.allInnerTexts();
      return found.length > 0 && found.length < before ? found : undefined;
    });
  }

  /** Drags a field of the step before, as the left panel shows it, onto a parameter. */
  async drag(field: string, parameter: string): Promise<void> {
    const pill = this.part('ndv-input-panel').locator(`[data-target="mappable"][data-name="${field}"]`).first();
    await pill.scrollIntoViewIfNeeded();
    await pill.hover();
    await this.page.mouse.down();
    const target = this.part(`parameter-input-${parameter}`).first();
    await target.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 10 });
    await this.page.mouse.up();
    await target.getByText(field).first().waitFor();
  }

  /** Presses Execute Workflow and waits until it has ended. @returns n8n's id of the execution */
  async execute(): Promise<string> {
    const started = this.page.waitForResponse((response) => /\/rest\/workflows\/[^/]+\/run/.test(response.url()));
    await this.part('execute-workflow-button').first().click();
    const answer: unknown = await (await started).json();
    const done = this.page.getByText(/Workflow executed successfully|Problem in node|Workflow could not/i);
    await done.first().waitFor();
    // Until then the canvas still draws what went along its lines.
    await this.part('execute-workflow-button').filter({ hasText: 'Execute workflow' }).first().waitFor();
    return textOf(objectOf(objectOf(answer)['data'])['executionId']) ?? '';
  }

  /** Presses Execute Step in the form that is open. */
  async executeStep(): Promise<void> {
    const started = this.page.waitForResponse((response) => /\/rest\/workflows\/[^/]+\/run/.test(response.url()));
    await this.part('node-execute-button').first().click();
    await started;
  }

  /** Opens the first file of the output panel once it is of this type. @throws Error when no picture is drawn */
  async viewPicture(mimeType: string): Promise<void> {
    await this.part('ndv-binary-data_0').filter({ hasText: mimeType }).first().waitFor();
    await this.part('ndv-view-binary-data').first().click();
    const picture = this.page.locator('.binary-data-window img');
    await waitFor('The picture is drawn', async () =>
      (await picture.evaluate(({ naturalWidth }: { naturalWidth: number }) => naturalWidth)) > 0 ? true : undefined,
    );
  }

  /** Opens a node on the canvas. */
  async openOutput(node: string): Promise<void> {
    await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${node}"]`).dblclick();
    await this.part('output-panel').waitFor();
  }

  async closeNode(): Promise<void> {
    await this.part('ndv-close-button').click();
    await this.part('ndv-close-button').waitFor({ state: 'hidden' });
  }

  /** The first file of the output panel. @returns what its card says, and its bytes */
  async downloadFile(): Promise<[string, Buffer]> {
    const output = this.part('output-panel');
    const card = output.getByTestId('ndv-binary-data_0').first();
    const download = this.page.waitForEvent('download');
    await output.getByTestId('ndv-download-binary-data').first().click();
    return [await card.innerText(), await readFile(await (await download).path())];
  }

  /** Labels that are still cut off, because they do not fit, once the form has been drawn. */
  async cutLabels(): Promise<string[]> {
    const labels = this.part('node-parameters').locator('label, [data-test-id="input-label"] span');
    const cut = (): Promise<string[]> => labels.evaluateAll(textsOfCut);
    // A form that is changing shows parts that have no room yet.
    for (let times = 0; times < LOOKS && (await cut()).length > 0; times += 1) await this.page.waitForTimeout(200);
    return cut();
  }

  /** Once it looks the same for a moment: buttons and lines of the canvas are drawn with some delay. */
  async screenshot(name: string): Promise<void> {
    await mkdir(IMAGES, { recursive: true });
    await this.page.mouse.move(1399, 899);
    await this.page.waitForLoadState('networkidle');
    const look = () => this.page.screenshot({ animations: 'disabled', caret: 'hide' });
    let picture = await look();
    for (let times = 0; times < LOOKS; times += 1) {
      await this.page.waitForTimeout(200);
      const before = picture;
      picture = await look();
      if (picture.equals(before)) break;
    }
    await writeFile(path.join(IMAGES, `${name}.png`), picture);
  }
}

/** How often what is still being drawn is looked at again. */
const LOOKS = 25;

/** Of an element, in pixels: of its text, and of the room for it. */
interface Label {
  scrollWidth: number;
  clientWidth: number;
  innerText: string;
}

/** Runs in the page, so it stands on its own. What shows no text, as n8n's hidden parts, is no label. */
function textsOfCut(labels: Label[]): string[] {
  return labels
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    .map(({ innerText }) => innerText.trim())
    .filter((text) => text !== '');
}

/** A field of the form, or a group of them. */
interface FormPart {
  innerText: string;
  parentElement: { closest: (selector: string) => unknown } | null;
}

/** Runs in the page, so it stands on its own. */
function labelsOfOuter(parts: FormPart[]): string[] {
  return parts
    .filter(({ parentElement }) => !parentElement?.closest('[data-test-id="parameter-item"]'))
    .map(({ innerText }) => innerText.trim().split('\n', 1)[0] ?? '')
    .filter((label) => label !== '');
}
