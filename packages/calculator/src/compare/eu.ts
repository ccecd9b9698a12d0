/**
 * The member states of the European Union since 1 February 2020, by ISO 3166 code.
 *
 * Source: European Union, "EU countries", https://european-union.europa.eu/principles-countries-history/eu-countries_en
 */
export const EU_COUNTRIES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);
