import { projectOfText, textOf } from './as-text.ts';
import { leaving, storeLeaving } from './storage.ts';

/** A project on its way to the shelf, and what it emits where that is known. */
interface Due {
  readonly id: string;
  /** As `textOf` writes it. */
  readonly text: string;
  readonly kg: number | null;
}

// Letters come faster than a database need hear of them; what is in hand is safe meanwhile (storage.ts).
const PAUSE_MS = 800;
const due = new Map<string, Due>();
let timer: ReturnType<typeof setTimeout> | undefined;
let turn: Promise<void> = Promise.resolve();

/** Puts what waits on the shelf now; resolves once it is there, or the browser has refused. */
export function shelveNow(): Promise<void> {
  turn = turn.then(shelveDue);
  return turn;
}

/** Whether what was in hand before is kept somewhere: on the shelf, or on its way to it where there is none. */
export async function isKept(): Promise<boolean> {
  await shelveNow();
  return isShelved || leaving().length > 0;
}

let isShelved = true;

async function shelveDue(): Promise<void> {
  clearTimeout(timer);
  const all = [...due.values()];
  if (all.length === 0) return;
  due.clear();
  try {
    const { put } = await import('../shelf/store.ts');
    for (const { text, kg } of all) {
      const project = projectOfText(text);
      if (project) await put(project, text, kg);
    }
    storeLeaving([]);
    isShelved = true;
  } catch {
    // Private windows and full disks: they go on waiting, and what has left the hand outlives the window (leave).
    isShelved = false;
    for (const one of all) if (!due.has(one.id)) due.set(one.id, one);
  }
}

/** Puts a project on the shelf once typing pauses. */
export function later(one: Due): void {
  due.set(one.id, one);
  clearTimeout(timer);
  timer = setTimeout(() => void shelveNow(), PAUSE_MS);
}

/** Another project takes the place of the one in hand: it goes to the shelf at once, and outlives a closed window. */
export function leave(): void {
  for (const project of leaving()) {
    const { id } = project;
    if (!due.has(id)) due.set(id, { id, text: textOf(project), kg: null });
  }
  storeLeaving([...due.values()].map(({ text }) => text));
  void shelveNow();
}
