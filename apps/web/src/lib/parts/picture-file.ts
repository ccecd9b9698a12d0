const VARIABLE = /var\((--[a-z0-9-]+)\)/g;
const NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * A drawn chart as a file that looks alike outside the page: the page's colours are written into it.
 *
 * @param svg as it stands on the page
 * @param title what it shows, in words
 */
export function pictureFile(svg: SVGElement, title: string): Blob {
  const copy = svg.cloneNode(true) as SVGElement;
  const probe = document.createElement('span');
  svg.parentElement?.append(probe);
  const colourOf = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const known = new Map<string, string>();
  for (const part of [copy, ...copy.querySelectorAll('*')]) {
    for (const { name, value } of part.attributes) {
      if (!value.includes('var(')) continue;
      part.setAttribute(
        name,
        value.replaceAll(VARIABLE, (_, variable: string) => {
          const colour = known.get(variable) ?? colourOf(variable);
          known.set(variable, colour);
          return colour;
        }),
      );
    }
  }
  const { color, fontFamily } = getComputedStyle(svg);
  copy.setAttribute('xmlns', NAMESPACE);
  copy.setAttribute('color', color);
  copy.setAttribute('font-family', fontFamily);
  copy.setAttribute('font-size', '14');
  const name = document.createElementNS(NAMESPACE, 'title');
  name.textContent = title;
  copy.prepend(name);
  const paper = document.createElementNS(NAMESPACE, 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', colourOf('--paper'));
  name.after(paper);
  probe.remove();
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
}
