import { createHash, createHmac } from 'node:crypto'
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contextOf, opened } from '../../src/training/hpke.store.ts'
import { hmacUnder, sha256Of } from '../../src/training/sha256.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const hex = (some: Uint8Array) => Buffer.from(some).toString('hex')

test('SHA-256 and HMAC are those of everybody else, for every length', () => {
  expect(hex(sha256Of(new TextEncoder().encode('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  for (let length = 0; length < 200; length++) {
    const some = Uint8Array.from({ length }, (_, index) => (index * 7 + length) & 255)
    expect(hex(sha256Of(some))).toBe(createHash('sha256').update(some).digest('hex'))
    const key = some.subarray(0, 64)
    expect(hex(hmacUnder(key)(some))).toBe(createHmac('sha256', key).update(some).digest('hex'))
  }
  expect(() => hmacUnder(new Uint8Array(65))).toThrow(RangeError)
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 2000 }),
      some => void expect(hex(sha256Of(some))).toBe(createHash('sha256').update(some).digest('hex'))
    )
  )
})

describe('HPKE', () => {
  const EC = { name: 'ECDH', namedCurve: 'P-256' }
  const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() })

  test('opens what RFC 9180 sealed (appendix A.3.1)', async () => {
    const recipient = bytes(
      '04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0'
    )
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: Buffer.from(recipient.subarray(1, 33)).toString('base64url'),
      y: Buffer.from(recipient.subarray(33)).toString('base64url'),
      d: Buffer.from(bytes('f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2')).toString('base64url')
    }
    const key = await crypto.subtle.importKey('jwk', jwk, EC, false, ['deriveBits'])
    const sender = bytes(
      '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4'
    )
    const cipher = bytes('5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434')
    const also = bytes('436f756e742d30')
    const context = contextOf(bytes('4f6465206f6e2061204772656369616e2055726e'))
    expect(new TextDecoder().decode(await opened({ sender, recipient, cipher, also }, key, context))).toBe('Beauty is truth, truth beauty')
  })

  test('opens what the library seals, and nothing that was changed', async () => {
    const pair = await crypto.subtle.generateKey(EC, true, ['deriveBits'])
    const recipient = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
    const info = new TextEncoder().encode('info')
    for (const length of [0, 1, 63, 64, 400, 100_000]) {
      const plain = Uint8Array.from({ length }, (_, index) => index & 255)
      const also = Uint8Array.of(1, 2, 3)
      const context = await suite.createSenderContext({ recipientPublicKey: pair.publicKey, info })
      const cipher = new Uint8Array(await context.seal(plain, also))
      const sealed = { sender: new Uint8Array(context.enc), recipient, cipher, also }
      expect(await opened(sealed, pair.privateKey, contextOf(info))).toEqual(plain)
      await expect(opened({ ...sealed, also: Uint8Array.of(1, 2, 4) }, pair.privateKey, contextOf(info))).rejects.toThrow()
      await expect(opened(sealed, pair.privateKey, contextOf(also))).rejects.toThrow()
      const changed = { ...sealed, cipher: cipher.with(length >> 1, (cipher[length >> 1] ?? 0) ^ 1) }
      await expect(opened(changed, pair.privateKey, contextOf(info))).rejects.toThrow()
    }
  })
})
