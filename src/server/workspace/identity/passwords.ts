import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { Refused } from '../refused.js'
import { serverLimits } from '../security/limits.js'

/** What a guess costs: `cost` × `blockSize` × 128 bytes of memory, `parallel` times over. */
interface ScryptCost {
  readonly cost: number
  readonly blockSize: number
  readonly parallel: number
}

/** 32 MB, three times: what OWASP's password storage recommendations name for scrypt beside 128 MB once. */
const present: ScryptCost = { cost: 2 ** 15, blockSize: 8, parallel: 3 }
const saltBytes = 16
const keyBytes = 32

/** What was found of a password. `renewed`: the line to keep instead, where guessing costs more by now. */
export interface PasswordCheck {
  readonly right: boolean
  readonly renewed: string | null
}

/** A password as the one line that is kept of it: how it was made, its salt and its hash. */
export async function passwordLine(password: string): Promise<string> {
  return lineOf(password, present, randomBytes(saltBytes))
}

/** Holds a password against its line. Where there is no line the work is the same, and the answer no. */
export async function checkPassword(password: string, line: string | null): Promise<PasswordCheck> {
  const kept = line === null ? null : readLine(line)
  const { cost, salt, hash } = kept ?? { cost: present, salt: randomBytes(saltBytes), hash: null }
  const found = await derive(password, cost, salt)
  const right = hash !== null && timingSafeEqual(found, hash)
  const renewed = right && !isPresent(cost) ? await passwordLine(password) : null
  return { right, renewed }
}

async function lineOf(password: string, cost: ScryptCost, salt: Buffer): Promise<string> {
  const hash = await derive(password, cost, salt)
  const { cost: n, blockSize, parallel } = cost
  return `scrypt$${n}$${blockSize}$${parallel}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

function readLine(line: string): { cost: ScryptCost; salt: Buffer; hash: Buffer } | null {
  const [name, cost, blockSize, parallel, salt, hash] = line.split('$')
  if (name !== 'scrypt' || salt === undefined || hash === undefined) return null
  return {
    cost: { cost: Number(cost), blockSize: Number(blockSize), parallel: Number(parallel) },
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  }
}

function isPresent({ cost, blockSize, parallel }: ScryptCost): boolean {
  return cost === present.cost && blockSize === present.blockSize && parallel === present.parallel
}

let running = 0
const waiting: (() => void)[] = []

/** One guess. Few run at once: a crowd at the door must leave memory and processors for those inside. */
async function derive(
  password: string,
  { cost, blockSize, parallel }: ScryptCost,
  salt: Buffer,
): Promise<Buffer> {
  if (running >= serverLimits.passwordsAtOnce) {
    if (waiting.length >= serverLimits.passwordsWaiting) throw new Refused(429, 'busy')
    await new Promise<void>(resolve => waiting.push(resolve))
  }
  running++
  try {
    const options: ScryptOptions = {
      N: cost,
      r: blockSize,
      p: parallel,
      maxmem: 256 * cost * blockSize,
    }
    return await new Promise((resolve, reject) => {
      // One password may be typed in several forms of Unicode.
      scrypt(password.normalize('NFKC'), salt, keyBytes, options, (fault, key) => {
        if (fault) reject(fault)
        else resolve(key)
      })
    })
  } finally {
    running--
    waiting.shift()?.()
  }
}
