import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { command } from '../../packages/cli/src/testing.ts';
import { FORMATS } from '../../packages/report/src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'ml-emissions-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const RUN = 'examples/good/three-phases.yaml';
const formats = Object.values(FORMATS);
const verifiable = formats.filter(({ hasTrailer }) => hasTrailer).map(({ name }) => name);

describe('report and verify', () => {
  test.each(verifiable)('a fresh %s holds', async (format) => {
    const file = at(`fresh.${format}`);
    expect((await command(['report', RUN, '--format', format, '--out', file])).exit).toBe(0);
    const { exit, out } = await command(['verify', file]);
    expect(out).toMatch(new RegExp(`follows from its inputs: \\d+ figures of ${format} agree`));
    expect(exit).toBe(0);
  });

  test.each(['latex', 'markdown', 'text', 'model-card', 'svg', 'badge'])(
    'a fresh %s in French holds',
    async (format) => {
      const file = at(`french.${format}`);
      const flags = ['report', RUN, '--format', format, '--language', 'fr', '--out', file];
      expect((await command(flags)).exit).toBe(0);
      const text = readFileSync(file, 'utf8');
      expect(text).toContain('1,15');
      const { exit, out } = await command(['verify', file]);
      expect(out).toMatch(new RegExp(`follows from its inputs: \\d+ figures of ${format} agree`));
      expect(exit).toBe(0);
      writeFileSync(file, text.replaceAll('1,15', '1,25'));
      expect((await command(['verify', file])).exit).toBe(3);
    },
  );

  test('the language of the machine changes nothing; what is in English alone is refused in French', async () => {
    const flags = ['report', RUN, '--format', 'text', '--date', '2026-01-31'];
    const english = await command(flags);
    const before = process.env.LANG;
    process.env.LANG = 'fr_FR.UTF-8';
    try {
      expect(await command(flags)).toEqual(english);
    } finally {
      if (before === undefined) delete process.env.LANG;
      else process.env.LANG = before;
    }
    expect(await command([...flags, '--language', 'en'])).toEqual(english);
    const refused = await command(['report', RUN, '--format', 'neurips', '--language', 'fr']);
    expect([refused.exit, refused.out]).toEqual([2, '']);
    expect(refused.err).toMatch(
      /NeurIPS checklist, item 8 is in English alone; .* latex, bibtex, markdown/,
    );
    const none = await command(['report', RUN, '--format', 'text', '--language', 'de']);
    expect(none.exit).toBe(2);
    expect(none.err).toContain('en, fr');
  });

  test('a README that is there takes a French section, which then holds', async () => {
    const card = at('FR-README.md');
    writeFileSync(card, '---\nlicense: mit\n---\n# Le mien\n');
    const flags = ['report', RUN, '--format', 'model-card', '--language', 'fr', '--into', card];
    expect((await command(flags)).exit).toBe(0);
    expect(readFileSync(card, 'utf8')).toContain('La consommation d’électricité est estimée');
    expect((await command(['verify', card])).exit).toBe(0);
    writeFileSync(card, readFileSync(card, 'utf8').replace('8 NVIDIA A100', '4 NVIDIA A100'));
    expect((await command(['verify', card])).exit).toBe(3);
  });

  test('the head of an edited report claims nothing of its text', async () => {
    const file = at('headline.txt');
    await command(['report', 'examples/good/eight-v100.yaml', '--format', 'text', '--out', file]);
    const said = readFileSync(file, 'utf8');
    expect(said).toContain('142 kg CO2e');
    writeFileSync(file, said.replaceAll('142 kg', '14.2 kg'));
    const { exit, out } = await command(['verify', file]);
    expect(exit).toBe(3);
    expect(out).not.toContain('stated');
    expect(out).toMatch(/^ {2}its inputs gave on \d{4}-\d\d-\d\d {2}142 kg CO2e$/m);
    expect(out).toMatch(/^ {2}and give now {19}142 kg CO2e$/m);
    expect(out).toMatch(/line \d+: ".*14\.2 kg.*" should be ".*142 kg/);
  });

  test.each([
    ['energy', 'estimated at ', /estimated at [\d.]+ MWh/, 'estimated at 1.1 MWh'],
    ['range', '90 % range', /90 % range [\d.]+ to/, '90 % range 2.2 to'],
    ['PUE', 'PUE of 1.09', /PUE of [\d.]+/, 'PUE of 1.01'],
    ['intensity', '501 g CO2', /501 g CO2/, '50 g CO2'],
    ['country', 'United States', /United States/, 'Norway'],
    ['count', 'ran on 8 NVIDIA', /ran on 8/, 'ran on 4'],
  ])('with another %s it does not hold, and the line is told', async (_, should, from, to) => {
    const file = at('edited.md');
    await command(['report', RUN, '--format', 'markdown', '--out', file]);
    writeFileSync(file, `# A paper\n\n${readFileSync(file, 'utf8').replace(from, to)}`);
    const { exit, out } = await command(['verify', file]);
    expect(exit).toBe(3);
    expect(out).toContain('1 place differs');
    expect(out).toMatch(/line 3: ".*" should be ".*"/);
    expect(out).toContain(to.replace('NVIDIA', ''));
    expect(out).toContain(should);
    const { holds, reports } = JSON.parse((await command(['verify', file, '--json'])).out);
    expect(holds).toBe(false);
    expect(reports[0].differences).toHaveLength(1);
  });

  test('reworded sentences hold for --figures', async () => {
    const file = at('reworded.md');
    await command(['report', RUN, '--format', 'markdown', '--out', file]);
    writeFileSync(file, readFileSync(file, 'utf8').replace('The work ran on', 'We trained on'));
    const { exit, out } = await command(['verify', file]);
    expect(exit).toBe(3);
    expect(out).toContain('(wording)');
    expect((await command(['verify', file, '--figures'])).exit).toBe(0);
  });

  test('siunitx is read too', async () => {
    const file = at('si.tex');
    await command(['report', RUN, '--format', 'latex', '--siunitx', '--out', file]);
    expect(readFileSync(file, 'utf8')).toContain('\\qty{1.15}{\\tonne}');
    expect((await command(['verify', file])).exit).toBe(0);
  });

  test('inputs that give another figure are told apart', async () => {
    const file = at('other.md');
    await command(['report', RUN, '--format', 'markdown', '--out', file]);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/ml-emissions:1:\S+/, 'ml-emissions:1:broken'),
    );
    const { exit, err } = await command(['verify', file]);
    expect(exit).toBe(2);
    expect(err).toContain('nothing can be checked');
  });

  test('a README takes the report; what cannot be merged is left as it was', async () => {
    const card = at('README.md');
    writeFileSync(card, '---\nlicense: mit\n---\n# Mine\n');
    expect((await command(['report', RUN, '--format', 'model-card', '--into', card])).exit).toBe(0);
    expect(readFileSync(card, 'utf8')).toContain('# Mine');
    const broken = at('broken.md');
    writeFileSync(broken, '---\na: [1\n---\ntext\n');
    const { exit, err } = await command([
      'report',
      RUN,
      '--format',
      'model-card',
      '--into',
      broken,
    ]);
    expect(exit).toBe(2);
    expect(err).toContain('nothing was changed');
    expect(readFileSync(broken, 'utf8')).toBe('---\na: [1\n---\ntext\n');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('lines of other sections that say such a figure too are told, and stay', async () => {
    const card = at('base.md');
    writeFileSync(card, '# Mine\n\nThe base model took 390 tCO2eq.\n');
    const flags = ['report', RUN, '--format', 'model-card', '--into', card];
    const told = `wrote ${card}\n${card} says elsewhere, and was left so: "The base model took 390 tCO2eq."\n`;
    expect(await command(flags)).toMatchObject({ exit: 0, err: told });
    expect(readFileSync(card, 'utf8')).toContain('\nThe base model took 390 tCO2eq.\n');
  });

  test('a metered card is refused, with --replace it takes the report, which then holds', async () => {
    const card = at('metered.md');
    const before = '---\nco2_eq_emissions:\n  emissions: 424.2\n  source: codecarbon\n---\n# M\n';
    writeFileSync(card, before);
    const flags = ['report', RUN, '--format', 'model-card', '--into', card];
    const { exit, err } = await command(flags);
    expect(exit).toBe(2);
    expect(err).toContain('424.2 g by codecarbon');
    expect(readFileSync(card, 'utf8')).toBe(before);
    expect((await command([...flags, '--replace'])).exit).toBe(0);
    expect((await command(['verify', card])).exit).toBe(0);
    writeFileSync(card, readFileSync(card, 'utf8').replace('8 NVIDIA A100', '4 NVIDIA A100'));
    expect((await command(['verify', card])).exit).toBe(3);
  });

  test('a text without a line of ours, and one whose line is damaged, are told apart', async () => {
    const file = at('none.csv');
    await command(['report', RUN, '--format', 'csv', '--out', file]);
    const none = await command(['verify', file]);
    expect([none.exit, none.out]).toEqual([2, '']);
    expect(none.err).toMatch(
      /^input: '.*none\.csv' carries no line of ours, .* CSV, .* have none\n$/,
    );
    const { out } = await command(['report', RUN, '--format', 'text']);
    writeFileSync(file, out.replace(/ml-emissions:1:[\w-]{20}/, 'ml-emissions:1:'));
    const damaged = await command(['verify', file]);
    expect([damaged.exit, damaged.out]).toEqual([2, '']);
    expect(damaged.err).toMatch(/^input: a line of ours in '.*none\.csv' is damaged /);
  });

  test('a format that is none, a day that is none, a PDF without a file', async () => {
    expect((await command(['report', RUN, '--format', 'word'])).exit).toBe(2);
    expect((await command(['report', RUN, '--format', 'text', '--date', '2026-13-45'])).exit).toBe(
      2,
    );
    expect((await command(['report', RUN, '--format', 'pdf'])).exit).toBe(2);
  });

  test('an address of the calculator links the report; what is none is refused', async () => {
    const linked = ['report', RUN, '--format', 'latex', '--calculator'];
    const { out } = await command([...linked, 'https://example.org/calculator#1.abc']);
    expect(out).toContain('\\href{https://example.org/calculator/}{ML Emissions Calculator}');
    expect(out).toContain('\\href{https://example.org/calculator/\\#1.');
    for (const none of ['example.org', 'javascript:alert(1)']) {
      const { exit, err } = await command([...linked, none]);
      expect([exit, err]).toEqual([2, expect.stringContaining(`'${none}' is no address`)]);
    }
  });
});

describe('what the command says of formats', () => {
  test('the help names each with its title, and each option with what it does', async () => {
    const { out } = await command(['report', '--help']);
    const plain = out.replaceAll(/\s+/g, ' ');
    for (const { name, title, options } of formats) {
      expect(plain).toContain(`${name} ${title}`);
      for (const [option, meaning] of Object.entries(options)) {
        expect(plain).toContain(`--${option} ${name}: ${meaning}`);
      }
    }
  });

  test.each(formats.filter(({ hasTrailer }) => !hasTrailer))(
    '$name says that nothing can be checked',
    async ({ name }) => {
      const file = at(`bare.${name}`);
      await command(['report', RUN, '--format', name, '--out', file]);
      expect((await command(['verify', file])).exit).toBe(2);
    },
  );
});

describe('a budget', () => {
  test.each([
    ['2t', 0, 'Within the budget'],
    ['1t', 3, 'Over the budget'],
    ['0kg', 3, 'Over the budget'],
  ])('%s: exit %i', async (budget, exit, words) => {
    const ran = await command(['check', '--budget', budget, RUN]);
    expect(ran.exit).toBe(exit);
    expect(ran.out).toContain(words);
  });

  test('a budget that is no mass', async () => {
    expect((await command(['check', '--budget', '50', RUN])).exit).toBe(2);
  });
});

describe('sizes', () => {
  test.each([
    ['0 kg', ['--carbon-intensity', '0']],
    ['1e-9 kg', ['--carbon-intensity', '0.000001', '--energy-kwh', '1e-3']],
    ['1e7 t', ['--energy-kwh', '1e11', '--carbon-intensity', '100']],
  ])('%s is written in every format', async (_, flags) => {
    const hardware = flags.includes('--energy-kwh')
      ? []
      : ['--accelerator', 'A100-SXM4-80GB', '--hours', '1'];
    for (const format of [
      'latex',
      'text',
      'model-card',
      'eu-ai',
      'sci',
      'cyclonedx',
      'codecarbon',
      'svg',
      'badge',
      'cvpr',
    ]) {
      const { exit, out, err } = await command([
        'report',
        '--format',
        format,
        ...hardware,
        ...flags,
      ]);
      expect(exit, `${format} ${err}`).toBe(0);
      // Packed inputs are letters by chance, "NaN" among them.
      const read = out.replace(/ml-emissions:1:[\w-]+/g, '');
      expect(read, format).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  test('40 runs', async () => {
    const file = at('forty.json');
    const runs = Array.from({ length: 40 }, (_, index) => ({
      name: `run ${index}`,
      hours: 1 + index,
      hardware: [{ accelerator: 'L4' }],
      place: { country: 'FR' },
    }));
    writeFileSync(file, JSON.stringify({ runs }));
    const { exit, out } = await command(['report', file, '--format', 'latex', '--long']);
    expect(exit).toBe(0);
    expect(out.match(/run \d+, phase not known &/g)).toHaveLength(40);
  });
});
