// Every page is written to a file when the site is built; there is no server.
export const prerender = true;
export const trailingSlash = 'always';
