type OfEach<Text> = Readonly<Record<string, Text>>;

/** English words of what people know, for its amounts and for one of each. */
export const equivalences = {
  names: {
    'car-km': 'km driven by an average passenger car',
    'coal-kg': 'of coal burned',
    'seedling-10yr': 'tree seedlings grown for ten years',
  } as OfEach<string>,
  sources: 'What one of each is, and where that comes from',
  source: 'Source:',
  one: {
    'car-km': (kg) => `1 km by car emits ${kg} kg CO2e.`,
    'coal-kg': (kg) => `1 kg of coal emits ${kg} kg CO2.`,
    'seedling-10yr': (kg) => `A seedling takes up ${kg} kg CO2 in ten years.`,
  } as OfEach<(kg: string) => string>,
};
