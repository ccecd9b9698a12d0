import type { Language } from '../text/languages.ts';

/** The equations of docs/method.md, in TeX; their numbers are the same there. Several in one place wrap where it is narrow. */
export const EQUATIONS = {
  accelerators: String.raw`E_\mathrm{chips} = \sum_k n_k\, P_k\, t\, r \tag{1}`,
  host: String.raw`E_\mathrm{host} = \sum_j P_j\, t\, r \tag{2}`,
  idle: String.raw`E_\mathrm{idle} = \Big(\sum_k n_k\, P_{\mathrm{idle},k} + \sum_j P_j\, s\Big)\, t_\mathrm{idle}\, r \tag{3}`,
  it: String.raw`E_\mathrm{IT} = (E_\mathrm{chips} + E_\mathrm{host} + E_\mathrm{idle}) \times \mathrm{overhead} \tag{4}`,
  energy: String.raw`E = E_\mathrm{IT} \times \mathrm{PUE} \tag{5}`,
  operational: String.raw`C_\mathrm{op} = E \times I \tag{6}`,
  embodied: String.raw`C_\mathrm{emb} = \sum_p n_p\, M_p\, \frac{(t + t_\mathrm{idle})\, r}{L \times 8760 \times u} \tag{7}`,
  total: String.raw`C = C_\mathrm{op} + C_\mathrm{emb} \tag{8}`,
  water: [
    String.raw`W_\mathrm{site} = E_\mathrm{IT} \times \mathrm{WUE} \tag{9}`,
    String.raw`W_\mathrm{grid} = E \times w \tag{10}`,
  ],
  market: [
    String.raw`C_\mathrm{market} = E \times I_\mathrm{market} \tag{11}`,
    String.raw`C_\mathrm{offset} = C_\mathrm{op} \times f \tag{12}`,
  ],
  one: [
    String.raw`\ln^2 g = \sum_i \ln^2 g_i`,
    String.raw`\left[\, x\, g^{-1.645},\; x\, g^{1.645} \,\right]`,
  ],
  sum: [
    String.raw`S = \sum_t w_t\, e^{a_t \cdot z}`,
    String.raw`g = \sum_t w_t\, a_t`,
    String.raw`H = \sum_t w_t\, a_t a_t^{\mathsf T} - g g^{\mathsf T}`,
  ],
  moments: [
    String.raw`m = \tfrac12 \operatorname{tr} H`,
    String.raw`v = g \cdot g + \tfrac12 \operatorname{tr} H^2`,
  ],
  share: String.raw`\text{share}_k = \frac{g_k^2}{g \cdot g}`,
} as const;

/** An equation with the decimal sign of a language; in braces TeX takes a comma for no list. */
export const inLanguage = (tex: string, language: Language): string =>
  language === 'fr' ? tex.replaceAll(/(\d)\.(\d)/g, '$1{,}$2') : tex;

export type EquationId = keyof typeof EQUATIONS;
