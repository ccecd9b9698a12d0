import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculator } from '../../full.ts';

const { estimate, parseRun, show } = calculator;

const parsedAt = (place: object) =>
  parseRun({ hardware: [{ accelerator: 'T4' }], hours: 1, place });

/** The ids of a place, or the code of the problem where it is asked back. */
function takenFor(place: object): string {
  const parsed = parsedAt(place);
  return parsed.ok ? Object.values(parsed.run.place ?? {}).join(' ') : parsed.problems[0].code;
}

describe('countries and what lies in them', () => {
  test.each([
    ['Paris, France', 'FR'],
    ['Brooklyn, NY, USA', 'US-NY'],
    ['Quebec, Canada', 'CA-QC'],
    ['Canada (Alberta)', 'CA-AB'],
    ['USA (Texas)', 'US-TX'],
    ['London, Ontario', 'CA-ON'],
    ['Tbilisi, Georgia', 'GE'],
    ['Georgia, USA', 'US-GA'],
    ['Berlin, DE', 'DE'],
    ['Kochi, India (Asia Pacific)', 'IN'],
    ['Copenhagen, Capital Region, DK', 'DK-DK2'],
    ['Viet Nam', 'VN'],
    ['U.K.', 'GB'],
    ['uk', 'GB'],
    ['Hong Kong SAR', 'HK'],
    ['Deutschland', 'DE'],
    ['España', 'ES'],
    ['日本', 'JP'],
    ['Korea, Republic of', 'KR'],
    ['Ivory Coast', 'CI'],
    ['Wales', 'GB'],
    ['Scotland', 'GB'],
    ['île-de-france', 'FR'],
    ['catalonia', 'ES'],
    ['haifa', 'IL'],
    ['stockholm county', 'SE'],
    ['Montreal', 'CA-QC'],
    ['CAISO', 'US-CAL-CISO'],
    ['US-NYISO', 'US-NY-NYIS'],
    ['DE-LU', 'DE'],
    ['WOR', 'WORLD'],
    ['EEE', 'EUROPE'],
    ['CAMX', 'US-EGRID-CAMX'],
    ['WECC California', 'US-EGRID-CAMX'],
    ['France (57g CO2eq/kWh)', 'FR'],
    ['AWS us-east-1', 'aws us-east-1'],
    ['China (Beijing)', 'CN-BJ'],
    ['Portland, United States', 'US'],
    ['Houston, United States', 'US-TX'],
    ['Springfield, USA', 'US'],
    ['Cambridge, United Kingdom', 'GB'],
    ['Congo, Democratic Republic of the', 'CD'],
    ['Iran, Islamic Republic of', 'IR'],
    ['Congo (Democratic Republic of the)', 'CD'],
    ["Korea, Democratic People's Republic of", 'KP'],
    ['Democratic People’s Republic of Korea', 'KP'],
    ['DPRK', 'KP'],
    ['Tanzania, United Republic of', 'TZ'],
    // A parish, a province, a district of small countries is hardly ever meant by its name alone.
    ['Mila', 'unknown-country'],
    ['West Coast', 'unknown-country'],
    // A city of that name is meant before a parish of Jamaica.
    ['Portland', 'US-OR'],
    ['Manchester', 'GB'],
    ['Southampton', 'GB'],
    ['Portland, Jamaica', 'JM'],
    ['Delta', 'delta'],
    ['US East (N. Virginia)', 'aws us-east-1'],
  ])('%s', (country, expected) => expect(takenFor({ country })).toBe(expected));

  test.each([
    ['Georgia', 'ambiguous-zone'],
    // Small towns are not listed: the codes of a country and of a state stay open.
    ['Cairo, IL', 'ambiguous-zone'],
    ['Stanford, CA', 'ambiguous-zone'],
    ['Punjab', 'ambiguous-zone'],
    ['Jersey', 'unknown-country'],
    ['National Grid', 'unknown-country'],
    ['us-east (estimated)', 'unknown-country'],
    ['EMEA', 'unknown-country'],
    ['Not Specified', 'unknown-country'],
    ['France, Elbonia', 'unknown-country'],
  ])('%s is asked back', (country, code) => expect(takenFor({ country })).toBe(code));

  test.each([
    ['Boston', 'US-MA'],
    ['Boston, MA', 'US-MA'],
    ['Boston MA', 'US-MA'],
    ['Pittsburgh, PA', 'US-PA'],
    ['San Jose, CA', 'US-CA'],
    ['Seattle, WA', 'US-WA'],
    ['Palo Alto, CA', 'US-CA'],
    ['Toronto, CA', 'CA-ON'],
    ['Atlanta, Georgia', 'US-GA'],
    ['Washington, DC, USA', 'US-DC'],
    ['Paris France', 'FR'],
    ['Paris, Texas', 'US-TX'],
    ['Tokyo Japan', 'JP-TK'],
    ['Northern Virginia', 'US-VA'],
    ['Santiago', 'CL-SEN'],
    ['München', 'DE'],
    ['Köln', 'DE'],
    ['Milano', 'IT-NO'],
    ['Bengaluru', 'IN-SO'],
    ['Bangalore, IN', 'IN-SO'],
    ['Kobenhavn', 'DK-DK2'],
    ['Lodz', 'PL'],
    ['東京', 'JP-TK'],
    ['St. Petersburg', 'RU'],
    ['St. Louis, MO', 'US-MO'],
    ['SE3', 'SE-SE3'],
    ['NO2', 'NO-NO2'],
    ['DE-BY', 'DE'],
    ['Saga', 'saga'],
    ['Sorbonne, Paris', 'FR'],
    // Two cities of a name, or a city and a country in another language.
    ['Cambridge', 'ambiguous-zone'],
    ['Barcelona', 'ambiguous-zone'],
    ['Granada', 'ambiguous-zone'],
    ['Columbia', 'ambiguous-zone'],
    // How people write a word, and no code.
    ['Est', 'unknown-country'],
    ['EST', 'EE'],
    ['Somerset', 'unknown-country'],
    ['US-ZZ', 'unknown-country'],
    ['Lyon Germany', 'unknown-country'],
    ['Paris, Elbonia', 'unknown-country'],
  ])('a city, %s', (country, expected) => expect(takenFor({ country })).toBe(expected));

  test('that a place was found by its city is told, and what was not used', () => {
    const warned = (country: string) => {
      const parsed = parsedAt({ country });
      if (!parsed.ok) throw new Error('refused');
      return estimate(parsed.run).warnings.map(({ message }) => message);
    };
    expect(warned('Köln')).toContain("'Köln' is taken for Germany");
    expect(warned('Cairo, Georgia, USA')).toContain(
      "'Cairo, Georgia, USA' is taken for Georgia; not used: Cairo",
    );
  });

  test('a country for its city is told', () => {
    const parsed = parsedAt({ country: 'Paris, France' });
    if (!parsed.ok) throw new Error('refused');
    expect(estimate(parsed.run).warnings.map(({ message }) => message)).toContain(
      "'Paris, France' is taken for France",
    );
  });

  test('`NA` is Namibia, with a word about it', () => {
    const parsed = parsedAt({ country: 'NA' });
    if (!parsed.ok) throw new Error('refused');
    expect(parsed.run.place).toEqual({ country: 'NA' });
    expect(parseRun(parsed.run)).toEqual(parsed);
    expect(estimate(parsed.run).warnings.map(({ code }) => code)).toContain('read-in-part');
  });

  test('a slip of the finger is answered with the country', () => {
    const parsed = parsedAt({ country: 'Frence' });
    expect(!parsed.ok && parsed.problems[0].suggestions?.[0]).toBe('FR');
  });
});

describe('providers with a region, and those who have none', () => {
  test.each([
    ['Google Cloud', 'europe-west4-a', 'gcp europe-west4'],
    ['AWS', 'us-east-1a', 'aws us-east-1'],
    ['AWS', 'US East (N. Virginia)', 'aws us-east-1'],
    ['AWS', 'US-West 2 (288g CO2eq/kWh)', 'aws us-west-2'],
    ['GCP', 'Iowa (us-central1)', 'gcp us-central1'],
    ['Azure', 'EuropeWest', 'azure westeurope'],
    ['Azure', 'useast2', 'azure eastus2'],
    ['Azure', 'uaen', 'azure uaenorth'],
    ['Azure', 'Finland Central', 'azure FI'],
    // Two regions there, one of which has the country in its name.
    ['AWS', 'Germany', 'aws DE'],
    ['AWS', 'Ireland', 'aws eu-west-1'],
    // South of something is another country.
    ['AWS', 'North Korea', 'aws KP'],
    ['OVH', 'Timor East', 'ovh TL'],
    ['Google Colab', 'us-central1', 'gcp us-central1'],
    ['N/A (Jean Zay cluster)', 'France (57g CO2eq/kWh)', 'jean-zay'],
    ['Private Infrastructure', 'Germany', 'DE'],
    ['Local (no cloud compute)', 'United States', 'US'],
    ['academic infrastructure', 'US', 'US'],
    ['-', 'Italy', 'IT'],
    ['AWS', 'use1-az1', 'aws us-east-1'],
    ['AWS', 'apne1-az4', 'aws ap-northeast-1'],
    ['OVH', 'GRA11', 'ovh fr-gravelines'],
    ['Scaleway', 'fr-par-2', 'scaleway fr-par'],
    ['Azure', 'eastus9', 'unknown-region'],
    // A code of others.
    ['GCP', 'us-east-1', 'conflict'],
    // Who may stand anywhere stands where the run says.
    ['vast.ai', 'Sweden', 'SE'],
    ['Tencent', 'China', 'CN'],
    ['AWS', 'US-east', 'ambiguous-region'],
    ['Private datacenter', 'US-West', 'unknown-region'],
    ['DeepSeek API (serverless)', 'Asia-East', 'unknown-provider'],
  ])('%s, %s', (provider, region, expected) => {
    expect(takenFor({ provider, region })).toBe(expected);
  });
});

test('a country, a zone and what is shown read the same text alike', () => {
  const texts = ['Quebec, Canada', 'Viet Nam', 'U.K.', 'catalonia', 'CAMX', 'Brooklyn, NY, USA'];
  for (const text of texts) {
    const zone = takenFor({ zone: text });
    expect(takenFor({ country: text })).toBe(zone);
    expect(show(text).map(({ kind, row }) => (kind === 'zone' ? row.id : kind))).toEqual([zone]);
  }
});

test('any text is answered', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (country) => {
      expect(typeof parsedAt({ country: country || 'x' }).ok).toBe('boolean');
    }),
    { numRuns: 200 },
  );
});
