/** How large an input may be; nothing a person would mean is larger. */
export const LIMITS = {
  idLength: 200,
  nameLength: 1000,
  hardwareKinds: 100,
  count: 1e8,
  hours: 1e10,
  deviceHours: 1e14,
  repeats: 1e6,
  tdpW: 100_000,
  carbonIntensityGPerKwh: 5000,
  pue: 10,
  firstYear: 1990,
  lastYear: 2100,
  /** Characters of a value that a problem quotes. */
  quoted: 200,
} as const;
