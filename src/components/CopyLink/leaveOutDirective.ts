/**
 * Leads a browser that knows no text fragments to the section that a link to a passage names. Other browsers have taken the directive
 * out of the address before any script runs; here it would be a part of the id.
 */
export function leaveOutDirective(location: Pick<Location, 'hash' | 'replace'>): void {
  const [hash = '', directive] = location.hash.split(':~:');
  if (directive !== undefined) {
    location.replace(hash || '#');
  }
}
