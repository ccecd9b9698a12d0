import { readFileSync } from 'node:fs';
import type { ParsedProject, ParsedRun } from '@ml-emissions/calculator';
import { calculatorFrom } from '@ml-emissions/calculator/as-needed';
import { RANKED } from './ranked.ts';

/** A table's file is a module for who imports the library: this, and a text in single quotes. */
const MODULE = "export default '";

function tableText(file: string): string {
  const module = readFileSync(new URL(file, import.meta.url), 'utf8');
  return module.slice(MODULE.length, -1).replaceAll(/\\([\\'])/g, '$1');
}

/** Over all editions, each table read when it is first asked for. */
export const calculator = calculatorFrom(tableText, RANKED);

// What is read from a file may be anything: the parsers take it all, and say what is wrong with it.
export const parseRun = calculator.parseRun as (input: unknown) => ParsedRun;
export const parseProject = calculator.parseProject as (input: unknown) => ParsedProject;

/** The functions of a calculator over every published edition that commands ask. */
export const {
  check,
  checkProject,
  compare,
  compareProject,
  editions,
  estimate,
  estimateProject,
  explain,
  explainProject,
  list,
  nearestNames,
  show,
} = calculator;
