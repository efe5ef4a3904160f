// Where the running stack is, who may sign in, and what its mails say.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, request } from '@playwright/test';

export interface Login {
  role: string;
  login: string;
  password: string;
  totp_secret?: string;
  customers: string[];
}

export interface Mail {
  to: string[];
  subject: string;
  text: string;
  sent_at: number;
}

interface Stack {
  web: string;
  mail: string;
  aws_endpoint: string;
  logins: Login[];
}

let read: Stack | undefined;

export function stack(): Stack {
  const file = process.env.METERSIDE_STACK;
  if (!file) throw new Error('METERSIDE_STACK names no stack.json');
  return (read ??= JSON.parse(readFileSync(file, 'utf8')) as Stack);
}

let secret: string | undefined;

/** Headers of somebody who comes from an address of their own. The portal counts
 * sign-ins by address, and believes a header only beside the distribution's secret. */
export async function fromElsewhere(): Promise<Record<string, string>> {
  secret ??= await originSecret();
  const part = () => Math.floor(Math.random() * 254) + 1;
  return {
    'x-origin-verify': secret,
    'cloudfront-viewer-address': `10.${part()}.${part()}.${part()}:4711`,
  };
}

async function originSecret(): Promise<string> {
  const ask = async (operation: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(stack().aws_endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `secretsmanager.${operation}`,
        authorization:
          'AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/secretsmanager/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, unknown>;
  };
  const { SecretList } = await ask('ListSecrets', {});
  const found = (SecretList as { Name: string; ARN: string }[]).find(({ Name }) =>
    Name.includes('OriginSecret'),
  );
  const { SecretString } = await ask('GetSecretValue', { SecretId: found!.ARN });
  return SecretString as string;
}

export function loginOf(role: string): Login {
  const found = stack().logins.find((login) => login.role === role);
  if (!found) throw new Error(`the stack has no ${role}`);
  return found;
}

/** What an authenticator app shows for this secret (RFC 6238). */
export function codeOf(secret: string, at = Date.now()): string {
  const bits = [...secret.replace(/[\s=]/g, '').toUpperCase()]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter))
    .map((five) => five.toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const turn = Buffer.alloc(8);
  turn.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', key).update(turn).digest();
  const number = mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The mails that came to an address, oldest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const context = await request.newContext();
  try {
    const answer = await context.get(`${stack().mail}/messages.json`);
    const mails = (await answer.json()) as Mail[];
    return mails.filter((mail) => mail.to.some((to) => to.includes(address)));
  } finally {
    await context.dispose();
  }
}

/** Waits for a mail to `address` of which `fits` is true. */
export async function mailTo(address: string, fits: (mail: Mail) => boolean): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    found = (await mailsTo(address)).findLast(fits);
    expect(found, `a mail to ${address}`).toBeDefined();
  }).toPass({ timeout: 90_000, intervals: [300] });
  return found!;
}

/** The first address of this portal in a mail. */
export function linkIn(mail: Mail): string {
  const link = /^https?:\/\/\S+$/m.exec(mail.text)?.[0];
  if (!link) throw new Error(`no link in: ${mail.text}`);
  return link;
}

/** The code of eight digits in a mail. */
export function codeIn(mail: Mail): string {
  const code = /^\s*(\d{8})\s*$/m.exec(mail.text)?.[1];
  if (!code) throw new Error(`no code in: ${mail.text}`);
  return code;
}
