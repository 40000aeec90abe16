/**
 * Draws the icons of a home screen from the seal in public/icon.svg. Run it when the seal changes; the pictures are kept
 * with the sources, as a build needs no browser.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { root } from './toolchain.mjs'

const PAPER = '#fbfaf6'

/** `share` is how much of the width the seal takes: systems cut a circle of 80 % out of a maskable icon. */
const ICONS = [
  { file: 'icon-192.png', size: 192, share: 1 },
  { file: 'icon-512.png', size: 512, share: 1 },
  { file: 'icon-maskable-192.png', size: 192, share: 0.66, ground: PAPER },
  { file: 'icon-maskable-512.png', size: 512, share: 0.66, ground: PAPER },
  { file: 'icon-180.png', size: 180, share: 0.84, ground: PAPER }
]

const seal = readFileSync(join(root, 'public', 'icon.svg'), 'utf8')
const path = process.env.CHROMIUM_PATH
const browser = await chromium.launch(path ? { executablePath: path } : {})
const page = await browser.newPage()
for (const { file, size, share, ground } of ICONS) {
  await page.setViewportSize({ width: size, height: size })
  const style = `body{margin:0;height:${size}px;display:grid;place-items:center;background:${ground ?? 'transparent'}}svg{width:${share * 100}%}`
  await page.setContent(`<!doctype html><style>${style}</style>${seal}`)
  writeFileSync(join(root, 'public', file), await page.screenshot({ omitBackground: ground === undefined }))
}
await browser.close()
