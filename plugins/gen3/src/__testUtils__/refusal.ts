import { ResponseError } from '@backstage/errors';

/**
 * What an API throws when the backend refuses.
 *
 * @example
 * throw await refusal('There is no such commons');
 */
export function refusal(message: string): Promise<Error> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'InputError', message },
        response: { statusCode: 400 },
      }),
      { status: 400, headers: { 'Content-Type': 'application/json' } },
    ),
  );
}
