import { APPLICATION_ANNOTATIONS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { isMap, parseAllDocuments } from 'yaml';

const KEY = APPLICATION_ANNOTATIONS.title;

/**
 * What the Application in a file calls its commons, as discovery read it. The file may be a template of Helm, so it need not be YAML all
 * through.
 */
export function titleOfApplication(text: string): string | undefined {
  if (!text.includes(KEY)) return undefined;
  for (const { contents } of parseAllDocuments(text)) {
    const title = isMap(contents)
      ? contents.getIn(['metadata', 'annotations', KEY])
      : undefined;
    if (typeof title === 'string' && title.trim() !== '') return title.trim();
  }
  return undefined;
}
