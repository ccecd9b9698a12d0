import type { Quantity } from '@ml-emissions/calculator';
import type { SlimRow } from '@ml-emissions/calculator/bulk';
import type { Bytes } from './bytes.ts';

function quantityJson(field: string, quantity: Quantity | null, into: Bytes): void {
  into.text(field);
  if (quantity === null) {
    into.text('null');
    return;
  }
  const { value, low, high, mean } = quantity;
  into.text('{"value":');
  into.number(value);
  if (low !== undefined && high !== undefined) {
    into.text(',"low":');
    into.number(low);
    into.text(',"high":');
    into.number(high);
  }
  if (mean !== undefined) {
    into.text(',"mean":');
    into.number(mean);
  }
  into.text('}');
}

function numberJson(field: string, value: number | null, into: Bytes): void {
  into.text(field);
  if (value === null) into.text('null');
  else into.number(value);
}

function textJson(field: string, text: string | null, into: Bytes): void {
  into.text(field);
  into.text(JSON.stringify(text));
}

/** Ids as JSON: there are few of them, and each stands in many rows. */
const quotedIds = new Map<string, string>();
const MOST_IDS = 10_000;

function idJson(field: string, id: string | null, into: Bytes): void {
  into.text(field);
  if (id === null) {
    into.text('null');
    return;
  }
  let quoted = quotedIds.get(id);
  if (quoted === undefined) {
    if (quotedIds.size >= MOST_IDS) quotedIds.clear();
    quoted = JSON.stringify(id);
    quotedIds.set(id, quoted);
  }
  into.text(quoted);
}

/** A slim row as one line of JSON: part by part, since numbers are most of it. */
export function slimJson(line: number, row: SlimRow, into: Bytes): void {
  numberJson('{"line":', line, into);
  textJson(',"name":', row.name, into);
  numberJson(',"runs":', row.runs, into);
  idJson(',"accelerator":', row.accelerator, into);
  numberJson(',"count":', row.count, into);
  numberJson(',"deviceHours":', row.deviceHours, into);
  idJson(',"zone":', row.zone, into);
  idJson(',"method":', row.method, into);
  idJson(',"edition":', row.edition, into);
  idJson(',"scope":', row.scope, into);
  quantityJson(',"energyKwh":', row.energyKwh, into);
  quantityJson(',"operational":{"kgCo2e":', row.operational.kgCo2e, into);
  quantityJson('},"embodied":{"kgCo2e":', row.embodied.kgCo2e, into);
  quantityJson('},"total":{"kgCo2e":', row.total.kgCo2e, into);
  quantityJson('},"water":{"onSiteL":', row.water.onSiteL, into);
  quantityJson(',"offSiteL":', row.water.offSiteL, into);
  into.text('},"warnings":[');
  for (let at = 0; at < row.warnings.length; at++) {
    idJson(at > 0 ? ',' : '', row.warnings[at] as string, into);
  }
  into.text(']}\n');
}
