import { accountRefusalIn } from '#carriers/shared/account-refusal';
import { defined } from '#carriers/shared/defined';
import { verdictOf } from '#carriers/shared/verdict';
import { withHintIfLost } from '#carriers/shared/lost-answer';
import { CarrierError } from '../../http';
import { detailsOf } from '#carriers/shared/details';
import { isBroken, listOf, membersOf, objectOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import { RequestError } from '#carriers/shared/request-check';
import { orUnreadable, readable } from '#carriers/shared/unreadable';
import { saysNothing } from '#carriers/shared/unreadable-part';
import { CARRIER, DISPLAY_NAME } from '../account';
import type { Details } from '../details';
import type { PortalClient } from './client';
import { textsOf } from './reply';
import { rowsInText } from './text-table';

/** Largest spreadsheet, in bytes (`etower.md` A.5.5). */
const LARGEST_FILE = 15 * 1024 * 1024;

const IF_LOST =
  'Check in the portal which rows became orders before you upload the file again: rows whose reference exists are refused.';

export interface Upload {
  fileName: string;
  content: Buffer;
  /** Mapping template; 0 = the portal's own. */
  templateId: string;
  /** `*` = default facility. */
  facility: string;
  country: string;
  channelId: string;
}

/** A row that was refused, or accepted with a remark. */
export interface RowProblem {
  row?: number | string;
  /** Letter of the spreadsheet. */
  column?: string;
  message?: string;
  maxValue?: string;
  maxValueName?: string;
  hints?: string;
  details?: Details;
}

const ROW_FIELDS = ['rowNo', 'columnNo', 'errorMessage', 'maxValue', 'maxValueName', 'hints'];

const RESULT_LISTS = ['errors', 'missHeaders', 'rowErrors', 'rowWarnings', 'verrors'];

export interface UploadResult {
  carrier: string;
  uploadResult: true;
  rowErrors: RowProblem[];
  rowWarnings: RowProblem[];
  /** What the portal says of the file as a whole, where it says anything. */
  errorMessage?: string;
  missHeaders?: string[];
  errors?: string[];
  verrors?: string[];
  details?: Details;
}

/** Throws a RequestError when the file is no spreadsheet by its name, or too large. `bytes` may be unknown yet. */
export function checkSpreadsheet(fileName: string, bytes: number | undefined): void {
  if (!/\.xlsx?$/i.test(fileName)) throw refused('must be a spreadsheet whose name ends in .xlsx or .xls');
  if (bytes === 0) throw refused('is empty');
  if (bytes !== undefined && bytes > LARGEST_FILE) {
    throw refused(`has ${(bytes / 1024 / 1024).toFixed(1)} MB, the portal takes 15 MB at most: split it`);
  }
}

/**
 * Upload orders (A.5.5). `success` only says that the file was read: `uploadResult` decides, and with it rows may still
 * have been refused.
 * @throws CarrierError with every refused row when nothing was created
 */
export async function uploadOrders(
  client: PortalClient,
  { fileName, content, ...fields }: Upload,
): Promise<{ raw: JsonObject; result: UploadResult }> {
  checkSpreadsheet(fileName, content.length);
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), fileName);
  for (const name of ['templateId', 'facility', 'country', 'channelId'] as const) form.append(name, fields[name]);
  // The boundary is chosen by the platform's own writer of forms.
  const written = new Response(form);
  const request = {
    method: 'POST',
    path: '/api/shipper/v1/order/upload/uploadOrder',
    contentType: written.headers.get('content-type') ?? '',
    body: Buffer.from(await written.arrayBuffer()),
    sent: () => rowsInText(content),
  } as const;
  const answer = client.call(request, 'write').then((data) => readable({ intent: 'write' }, () => objectOf(data)));
  const raw = await withHintIfLost(answer, IF_LOST);
  if (verdictOf(raw['uploadResult']) !== 'yes') throw failureOf(raw);
  return { raw, result: readable({ intent: 'write' }, () => resultOf(raw)) };
}

/** One line for each row: `Row 5, column A: 参考号已存在`. */
export function rowText({ row, column, message }: RowProblem): string {
  const place = [row === undefined ? '' : `Row ${row}`, column === undefined ? '' : `column ${column}`];
  const parts = [place.filter((part) => part !== '').join(', '), message ?? 'no reason given'];
  return parts.filter((part) => part !== '').join(': ');
}

/** One line for each remark on the file as a whole. */
export function fileRemarks({ errorMessage, missHeaders = [], errors = [], verrors = [] }: FileRemarks): string[] {
  const columns = missHeaders.length === 0 ? [] : [`Missing columns: ${missHeaders.join(', ')}`];
  return [...(errorMessage === undefined ? [] : [errorMessage]), ...columns, ...errors, ...verrors];
}

function resultOf(raw: JsonObject): UploadResult {
  return {
    carrier: CARRIER,
    uploadResult: true,
    rowErrors: rowsOf(raw['rowErrors']),
    rowWarnings: rowsOf(raw['rowWarnings']),
    ...remarksOf(raw),
    ...present({ details: detailsOf(raw, ['uploadResult', 'errorMessage'], RESULT_LISTS) }),
  };
}

type FileRemarks = Pick<UploadResult, 'errorMessage' | 'missHeaders' | 'errors' | 'verrors'>;

function remarksOf(raw: JsonObject): FileRemarks {
  return present<FileRemarks>({
    errorMessage: textOf(raw['errorMessage']),
    missHeaders: textsOf(raw['missHeaders']),
    errors: textsOf(raw['errors']),
    verrors: textsOf(raw['verrors']),
  });
}

/** Words in the place of rows are problems too. */
function rowsOf(value: unknown): RowProblem[] {
  return membersOf(value).flatMap((row): RowProblem[] => {
    const message = textOf(row);
    if (message === undefined || isBroken(message)) return listOf(row).map(rowOf);
    return saysNothing(message) ? [] : [{ message }];
  });
}

function rowOf(entry: JsonObject): RowProblem {
  const number = entry['rowNo'];
  return present<RowProblem>({
    row: typeof number === 'number' ? number : textOf(number),
    column: textOf(entry['columnNo']),
    message: textOf(entry['errorMessage']),
    maxValue: textOf(entry['maxValue']),
    maxValueName: textOf(entry['maxValueName']),
    hints: textOf(entry['hints']),
    // What the types of maxValue and hints are is not documented.
    details: detailsOf(
      entry,
      ROW_FIELDS.filter((field) => textOf(entry[field]) !== undefined),
    ),
  });
}

/** Success and the code "0" say nothing: `uploadResult: false` means that nothing was created, any other value is none. */
function failureOf(raw: JsonObject): CarrierError {
  const isRefused = verdictOf(raw['uploadResult']) === 'no';
  const rows = orUnreadable(() => rowsOf(raw['rowErrors']));
  const ofRows = rows instanceof CarrierError ? [rows.message] : rows.map(rowText);
  const problems = [...fileRemarks(remarksOf(raw)), ...ofRows];
  if (!isRefused && textOf(raw['errorMessage']) === undefined) {
    const message = `${DISPLAY_NAME}: The reply does not say whether it took the file.`;
    const carrierText = problems.length === 0 ? {} : { carrierText: problems.join('\n') };
    return new CarrierError({ kind: 'outcome-unknown', message, hint: IF_LOST, ...carrierText });
  }
  const [message = `${DISPLAY_NAME} did not take the file and gave no reason`, ...others] = problems;
  const next = isRefused ? 'No order was created. Correct the file and upload it again.' : IF_LOST;
  const ofAccount = accountRefusalIn([message]);
  const hint = [...others, next].join('\n');
  return new CarrierError({ kind: ofAccount ?? 'rejected', message, hint, ...defined({ ofAccount }) });
}

function refused(problem: string): RequestError {
  return new RequestError([{ path: 'file', problem }]);
}
