import { say } from '../../../web/messages/say.ts'

/** Checks made before sending; the rules themselves are the server's, and answer in words. */
export function checkNewPassword({ password, again }: { password: string; again: string }): {
  password?: string
  again?: string
} {
  if (!password) return { password: say('password.missing') }
  return password === again ? {} : { again: say('password.differs') }
}
