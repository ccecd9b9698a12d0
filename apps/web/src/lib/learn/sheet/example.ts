/** The run and the model of the sheet's questions, whose words hold the same numbers. */
const CHIPS = 8;
const CHIP_KW = 0.4;
const HOURS = 100;
const PUE = 1.1;
const GRIDS_KG_PER_KWH = { high: 0.4, low: 0.03 };
const TRAINING_KWH = 50_000;
const ANSWER_KWH = 0.0005;

const energyKwh = CHIPS * CHIP_KW * HOURS;
const withPueKwh = energyKwh * PUE;

/** What the questions about them come to. */
export const EXAMPLE = {
  energyKwh,
  withPueKwh,
  highKg: withPueKwh * GRIDS_KG_PER_KWH.high,
  lowKg: withPueKwh * GRIDS_KG_PER_KWH.low,
  answers: TRAINING_KWH / ANSWER_KWH,
};
