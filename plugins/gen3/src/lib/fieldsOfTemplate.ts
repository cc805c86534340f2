import { asRecord } from './asRecord';

/** How people know an answer. */
export interface AnswerName {
  /** Title of its field. */
  title: string;
  /** Title of the page that asks for it; undefined while that is not known. */
  page?: string;
}

/** A page of a template as the scaffolder describes it. */
interface TemplatePage {
  title: string;
  schema: { properties?: unknown };
}

/** The fields of the pages of a template, by the names of their properties. */
export function fieldsOfTemplate(
  pages: TemplatePage[],
): Map<string, AnswerName> {
  return new Map(
    pages.flatMap(({ title: page, schema }) =>
      Object.entries(asRecord(schema.properties)).map(([name, property]) => {
        const { title } = asRecord(property);
        return [
          name,
          { title: typeof title === 'string' ? title : name, page },
        ] as const;
      }),
    ),
  );
}
