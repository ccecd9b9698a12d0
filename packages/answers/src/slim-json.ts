import type { Quantity } from '@ml-emissions/calculator';
import type { SlimRow } from '@ml-emissions/calculator/bulk';
import { type Bytes, pieceOf } from './bytes.ts';

const NULL = pieceOf('null');
const LOW = pieceOf(',"low":');
const HIGH = pieceOf(',"high":');
const MEAN = pieceOf(',"mean":');
const END = pieceOf('}');

/** What stands before a field's value: its name, and where it is a quantity what stands before its number too. */
const field = (text: string) => pieceOf(text);
const quantity = (text: string) => ({
  none: pieceOf(`${text}null`),
  begin: pieceOf(`${text}{"value":`),
});
type QuantityField = ReturnType<typeof quantity>;

function quantityJson({ none, begin }: QuantityField, of: Quantity | null, into: Bytes): void {
  if (of === null) {
    into.piece(none);
    return;
  }
  const { value, low, high, mean } = of;
  into.piece(begin);
  into.number(value);
  if (low !== undefined && high !== undefined) {
    into.piece(LOW);
    into.number(low);
    into.piece(HIGH);
    into.number(high);
  }
  if (mean !== undefined) {
    into.piece(MEAN);
    into.number(mean);
  }
  into.piece(END);
}

function numberJson(name: Uint8Array, value: number | null, into: Bytes): void {
  into.piece(name);
  if (value === null) into.piece(NULL);
  else into.number(value);
}

function textJson(name: Uint8Array, text: string | null, into: Bytes): void {
  into.piece(name);
  if (text === null) into.piece(NULL);
  else into.quoted(text);
}

/** Ids as JSON: there are few of them, and each stands in many rows. */
const quotedIds = new Map<string, Uint8Array>();
const MOST_IDS = 10_000;

function idJson(name: Uint8Array, id: string | null, into: Bytes): void {
  into.piece(name);
  if (id === null) {
    into.piece(NULL);
    return;
  }
  let quoted = quotedIds.get(id);
  if (quoted === undefined) {
    if (quotedIds.size >= MOST_IDS) quotedIds.clear();
    quoted = pieceOf(JSON.stringify(id));
    quotedIds.set(id, quoted);
  }
  into.piece(quoted);
}

const FIELDS = {
  line: field('{"line":'),
  name: field(',"name":'),
  runs: field(',"runs":'),
  accelerator: field(',"accelerator":'),
  count: field(',"count":'),
  deviceHours: field(',"deviceHours":'),
  zone: field(',"zone":'),
  method: field(',"method":'),
  edition: field(',"edition":'),
  scope: field(',"scope":'),
  energyKwh: quantity(',"energyKwh":'),
  operational: quantity(',"operational":{"kgCo2e":'),
  embodied: quantity('},"embodied":{"kgCo2e":'),
  total: quantity('},"total":{"kgCo2e":'),
  onSiteL: quantity('},"water":{"onSiteL":'),
  offSiteL: quantity(',"offSiteL":'),
  warnings: field('},"warnings":['),
  firstWarning: field(''),
  nextWarning: field(','),
  end: field(']}\n'),
} as const;

/** A slim row as one line of JSON: part by part, since numbers are most of it. */
export function slimJson(line: number, row: SlimRow, into: Bytes): void {
  numberJson(FIELDS.line, line, into);
  textJson(FIELDS.name, row.name, into);
  numberJson(FIELDS.runs, row.runs, into);
  idJson(FIELDS.accelerator, row.accelerator, into);
  numberJson(FIELDS.count, row.count, into);
  numberJson(FIELDS.deviceHours, row.deviceHours, into);
  idJson(FIELDS.zone, row.zone, into);
  idJson(FIELDS.method, row.method, into);
  idJson(FIELDS.edition, row.edition, into);
  idJson(FIELDS.scope, row.scope, into);
  quantityJson(FIELDS.energyKwh, row.energyKwh, into);
  quantityJson(FIELDS.operational, row.operational.kgCo2e, into);
  quantityJson(FIELDS.embodied, row.embodied.kgCo2e, into);
  quantityJson(FIELDS.total, row.total.kgCo2e, into);
  quantityJson(FIELDS.onSiteL, row.water.onSiteL, into);
  quantityJson(FIELDS.offSiteL, row.water.offSiteL, into);
  into.piece(FIELDS.warnings);
  for (let at = 0; at < row.warnings.length; at++) {
    idJson(at > 0 ? FIELDS.nextWarning : FIELDS.firstWarning, row.warnings[at] as string, into);
  }
  into.piece(FIELDS.end);
}
