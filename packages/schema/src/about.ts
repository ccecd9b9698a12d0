/** What people put before a number that they rounded by hand. */
export const ABOUT =
  /^(?:about|approximately|approx\.?|around|roughly|circa|ca\.|environ|à peu près|~|≈)\s*(?=\S)/i;
