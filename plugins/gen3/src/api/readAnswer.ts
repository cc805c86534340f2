/** The part of a zod schema that the client needs. */
export interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { message: string } };
}

/** The body of an answer. @throws Error when it has another shape than the contract says. */
export async function readAnswer<T>(options: {
  url: string;
  response: Response;
  schema: Schema<T>;
}): Promise<T> {
  const { url, response, schema } = options;
  const parsed = schema.safeParse(await response.json());
  if (!parsed.success) {
    throw new Error(
      `The answer of "${url}" is not what this page expects. Run the same version of the gen3 frontend and backend plugins. ${parsed.error.message}`,
    );
  }
  return parsed.data;
}
