/** A session belongs to one browser: every request of a person names the same. */
export const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) bench', 'x-objektiv': '1' }

/** Signs a person in and gives the cookies to send along. */
export async function signIn(address: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { ...BROWSER, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (answer.status !== 200) throw new Error(await answer.text())
  return answer.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
}
