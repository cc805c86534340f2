/** Address of the notes of a monthly release (`cdis-manifest:releases`). @public */
export function releaseNotesUrl(release: string): string {
  const [year, month] = release.split('.');
  return `https://github.com/uc-cdis/cdis-manifest/blob/master/releases/${year}/${month}/gen3-release-notes.md`;
}
