import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a pdfLaTeX is here. */
export function hasTex(): boolean {
  try {
    execFileSync('pdflatex', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Whether TeX has a file, of a package say. */
export function hasTexFile(name: string): boolean {
  try {
    return execFileSync('kpsewhich', [name], { stdio: ['ignore', 'pipe', 'ignore'] }).length > 0;
  } catch {
    return false;
  }
}

/** What pdfLaTeX says of a whole document; throws its last words where it stops. */
export function texLog(document: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-tex-'));
  writeFileSync(join(folder, 'x.tex'), document);
  try {
    execFileSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', 'x.tex'], {
      cwd: folder,
      stdio: 'pipe',
    });
    return readFileSync(join(folder, 'x.log'), 'latin1');
  } catch (error) {
    const { stdout } = error as { stdout?: Buffer };
    throw stdout ? new Error(String(stdout).slice(-1500)) : error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
