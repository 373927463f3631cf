// The account by which the tests' own company sends texts.
export const twilio = {
  SMS: 'twilio',
  TWILIO_ACCOUNT_SID: 'AC00000000',
  TWILIO_AUTH_TOKEN: 'a secret of this account',
} as const
